package org.nuancan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.text.TextReading.Accepted;
import org.nuancan.text.TextReading.Refused;

final class TextRuleTest {

    private static final TextRule WORDS = TextRule.words(10);
    private static final TextRule NAME = TextRule.name(10);
    private static final TextRule IDENTIFIER = TextRule.identifier(10);

    @ParameterizedTest
    @ValueSource(strings = {" 慈善", "慈善\u3000", "\u2003慈善 ", "慈善\u3164", "慈善\u200d"})
    void words_lose_their_invisible_ends_and_names_are_refused_for_them(String text) {
        assertThat(WORDS.read(text)).isEqualTo(new Accepted("慈善"));
        assertThat(NAME.read(text)).isEqualTo(new Refused(TextFault.INVISIBLE_END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"爱心 基金", "爱心  基金", "爱心\u3000基金", "爱心\u00a0 \u2003基金"})
    void inner_blanks_of_any_kind_become_one_plain_blank(String text) {
        assertThat(WORDS.read(text)).isEqualTo(new Accepted("爱心 基金"));
        assertThat(NAME.read(text)).isEqualTo(new Accepted("爱心 基金"));
    }

    @Test
    void texts_that_differ_only_in_their_composition_become_equal() {
        assertThat(NAME.read("cafe\u0301")).isEqualTo(NAME.read("caf\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x0, 0x9, 0xA, 0xD, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x202E, 0xFEFF, 0xE0001})
    void controls_and_invisible_formatting_are_refused_anywhere(int point) {
        for (var rule : new TextRule[] {WORDS, NAME, IDENTIFIER}) {
            assertThat(rule.read("a" + Character.toString(point) + "b"))
                    .isEqualTo(new Refused(TextFault.CONTROL));
            assertThat(rule.read("ab" + Character.toString(point)))
                    .isEqualTo(new Refused(TextFault.CONTROL));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFF, 0xFFFE, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF, 0xFFFD, 0xD800, 0xDFFF})
    void a_code_point_without_a_character_is_refused(int point) {
        assertThat(WORDS.read("a" + Character.toString(point)))
                .isEqualTo(new Refused(TextFault.NO_CHARACTER));
    }

    @Test
    void rare_characters_of_names_and_joined_emoji_are_accepted() {
        for (var text : new String[] {"\uE863", "𪝆", "🥜", "👩\u200D🍳", "阿卜·买"}) {
            assertThat(WORDS.read(text)).isEqualTo(new Accepted(text));
        }
    }

    @Test
    void the_length_counts_characters_as_the_database_does() {
        assertThat(WORDS.read("🥜".repeat(10))).isEqualTo(new Accepted("🥜".repeat(10)));
        assertThat(WORDS.read("🥜".repeat(11))).isEqualTo(new Refused(TextFault.TOO_LONG));
        assertThat(WORDS.atMostBytes(29).read("善".repeat(10)))
                .isEqualTo(new Refused(TextFault.TOO_LONG));
        assertThat(WORDS.atMostBytes(30).read("善".repeat(10)))
                .isEqualTo(new Accepted("善".repeat(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\u2800"})
    void a_text_without_anything_visible_is_empty(String text) {
        assertThat(WORDS.read(text)).isEqualTo(new Refused(TextFault.EMPTY));
        assertThat(WORDS.orEmpty().read(text)).isEqualTo(new Accepted(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194910010015",
                "见110105194910010015号",
                "110105 19491001 0015",
                "１１０１０５１９４９１００１００１５",
                "110105.1949.10.01/0015",
                "110105_19491001 · 0015",
                "110105\u200D19491001\u200D0015",
                "1 110105 19491001 001 5",
                "١١٠١٠٥١٩٤٩١٠٠١٠٠١٥",
                "a110105194910010015b",
                "11010519491231002x",
                "1101051949123100 2 X"
            })
    void an_id_number_is_refused_wherever_it_is(String text) {
        assertThat(TextRule.words(60).read(text)).isEqualTo(new Refused(TextFault.ID_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "110105194910010014",
        "110105189910010019",
        "1101051949100100151",
        "3110105194910010015"
    })
    void other_numbers_are_no_id_numbers(String text) {
        assertThat(TextRule.identifier(60).read(text)).isEqualTo(new Accepted(text));
    }

    @Test
    void an_identifier_is_printable_ascii_and_kept_as_it_is() {
        assertThat(IDENTIFIER.read("A-1 ~b")).isEqualTo(new Accepted("A-1 ~b"));
        assertThat(IDENTIFIER.read("a  b")).isEqualTo(new Accepted("a  b"));
        assertThat(IDENTIFIER.read("订单1")).isEqualTo(new Refused(TextFault.NOT_ASCII));
        assertThat(IDENTIFIER.read("a ")).isEqualTo(new Refused(TextFault.INVISIBLE_END));
        assertThat(IDENTIFIER.read("a".repeat(11))).isEqualTo(new Refused(TextFault.TOO_LONG));
    }

    @Test
    void a_text_is_cut_between_characters() {
        assertThat(TextRule.cut("a🥜b", 2)).isEqualTo("a🥜");
        assertThat(TextRule.cut("a🥜b", 3)).isEqualTo("a🥜b");
    }
}
