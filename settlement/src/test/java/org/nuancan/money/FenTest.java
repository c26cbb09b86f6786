package org.nuancan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FenTest {

    private static final Fen LARGEST = Fen.of(Long.MAX_VALUE);
    private static final Fen LEAST = Fen.of(Long.MIN_VALUE);

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "1, 0.01",
        "-1, -0.01",
        "99, 0.99",
        "100, 1.00",
        "-1205, -12.05",
        "123456, 1234.56",
        "9223372036854775807, 92233720368547758.07",
        "-9223372036854775808, -92233720368547758.08"
    })
    void an_amount_is_printed_in_yuan_with_two_decimals(long fen, String yuan) {
        assertThat(Fen.of(fen).inYuan()).isEqualTo(yuan);
    }

    @Test
    void amounts_are_added_subtracted_and_multiplied() {
        assertThat(Fen.of(1500).plus(Fen.of(287))).isEqualTo(Fen.of(1787));
        assertThat(Fen.of(1500).minus(Fen.of(1787))).isEqualTo(Fen.of(-287));
        assertThat(Fen.of(250).times(3)).isEqualTo(Fen.of(750));
        assertThat(Fen.of(42).negated()).isEqualTo(Fen.of(-42));
        assertThat(Fen.sum(List.of(Fen.of(1), Fen.of(20), Fen.of(-300)))).isEqualTo(Fen.of(-279));
        assertThat(Fen.sum(List.of())).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_sum_beyond_a_long_is_an_error_and_never_a_wrong_sum() {
        assertThatThrownBy(() -> LARGEST.plus(Fen.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(Fen.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LARGEST.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fen.sum(List.of(LARGEST, Fen.of(1), LEAST)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amounts_are_compared_by_value() {
        assertThat(Fen.of(3)).isLessThan(Fen.of(4)).isEqualByComparingTo(new Fen(3));
        assertThat(Fen.of(3).min(Fen.of(4))).isEqualTo(Fen.of(3));
        assertThat(Fen.of(4).min(Fen.of(3))).isEqualTo(Fen.of(3));
        assertThat(Fen.of(3).max(Fen.of(4))).isEqualTo(Fen.of(4));
        assertThat(Fen.of(4).max(Fen.of(3))).isEqualTo(Fen.of(4));
    }

    @ParameterizedTest
    @CsvSource({"-1, false, true, false", "0, false, false, true", "1, true, false, false"})
    void an_amount_is_positive_negative_or_zero(
            long fen, boolean positive, boolean negative, boolean zero) {
        assertThat(Fen.of(fen).isPositive()).isEqualTo(positive);
        assertThat(Fen.of(fen).isNegative()).isEqualTo(negative);
        assertThat(Fen.of(fen).isZero()).isEqualTo(zero);
    }

    @Test
    void nothing_is_always_the_same_value() {
        assertThat(Fen.of(0)).isSameAs(Fen.ZERO);
        assertThat(Fen.of(5).minus(Fen.of(5))).isSameAs(Fen.ZERO);
    }

    @Property
    void an_added_amount_can_be_subtracted_again(@ForAll int one, @ForAll int other) {
        assertThat(Fen.of(one).plus(Fen.of(other)).minus(Fen.of(other))).isEqualTo(Fen.of(one));
    }

    @Property
    void multiplying_is_adding_many_times(@ForAll int one, @ForAll @IntRange(max = 9) int times) {
        var many = java.util.Collections.nCopies(times, Fen.of(one));

        assertThat(Fen.of(one).times(times)).isEqualTo(Fen.sum(many));
    }
}
