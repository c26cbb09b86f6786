package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    @ParameterizedTest
    @CsvSource({
        // An example of GB 11643-1999, annex, and the earliest accepted day of birth.
        "11010519491231002X, 1949-12-31, FEMALE, 110105***********X",
        "440524190001010017, 1900-01-01, MALE, 440524***********7",
    })
    void a_number_contains_birth_date_and_sex(
            String text, LocalDate birthDate, Sex sex, String masked) {
        var number = new IdNumber(text);

        assertThat(number.birthDate()).isEqualTo(birthDate);
        assertThat(number.sex()).isEqualTo(sex);
        assertThat(number.masked()).isEqualTo(masked);
        assertThat(number).hasToString(masked);
    }

    @Test
    void a_lower_case_x_is_accepted() {
        assertThat(IdNumber.parse("11010519491231002x"))
                .contains(new IdNumber("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Check character off, on both sides.
                "110105194912310021",
                "110105194912310029",
                // X that is not at the end.
                "1101051949123100X2",
                // 17 and 19 characters, 15 digits of the old kind, nothing.
                "11010519491231002",
                "11010519491231002X1",
                "110105491231002",
                "",
                // Digits of another script, a space.
                "１１０１０５１９４９１２３１００２Ｘ",
                " 11010519491231002X",
                // Births in 1880 (the other example of the standard's annex), on the last day of
                // 1899, in 2100, and on 29 February of the year 0.
                "440524188001010014",
                "440524189912310012",
                "110105210001010015",
                "110105000002290025",
            })
    void an_invalid_number_is_refused_and_not_repeated_in_the_message(String text) {
        assertThat(IdNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new IdNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an ID number by GB 11643");
    }

    @ParameterizedTest
    @CsvSource({
        "20000229, true",
        "19000229, false",
        "19480229, true",
        "19490229, false",
        "19490430, true",
        "19490431, false",
        "19491231, true",
        "19491301, false",
        "19491200, false",
        "19490001, false",
    })
    void an_impossible_day_is_refused_even_with_the_right_check_character(
            String day, boolean isNumber) {
        var digits = "110105" + day + "002";

        assertThat(IdNumber.parse(digits + IdNumber.checkOf(digits)).isPresent())
                .isEqualTo(isNumber);
    }

    @Property
    void of_eleven_check_characters_one_is_right(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(3) String sequence,
            @ForAll @IntRange(min = 0, max = 40_000) int days) {
        var birth = LocalDate.of(1900, 1, 1).plusDays(days);
        var digits = "110105" + birth.toString().replace("-", "") + sequence;

        assertThat(
                        "0123456789X"
                                .chars()
                                .filter(c -> IdNumber.parse(digits + (char) c).isPresent())
                                .count())
                .isEqualTo(1);
    }

    @Property
    void one_wrong_digit_is_always_found(
            @ForAll @IntRange(min = 0, max = 16) int position,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        var right = "11010519491231002X";
        var wrong = new StringBuilder(right);
        wrong.setCharAt(position, (char) ('0' + (right.charAt(position) - '0' + off) % 10));

        assertThat(IdNumber.parse(wrong.toString())).isEmpty();
    }
}
