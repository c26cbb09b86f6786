package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.document.Malformed.TIER;
import static org.nuancan.policy.document.Malformed.TIERS;
import static org.nuancan.policy.document.Malformed.changed;
import static org.nuancan.policy.document.Malformed.faults;
import static org.nuancan.policy.document.Malformed.rewritten;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The section "Malformed" of the design page: names and the lengths of lists.
final class MalformedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/name/zh", "/name/en", "/group"})
    void a_name_has_1_to_100_characters(String place) {
        assertThat(faults(with(place, "餐".repeat(100)))).isEmpty();
        assertThat(faults(with(place, "🍚".repeat(100)))).isEmpty();
        assertThat(faults(with(place, "餐".repeat(101)))).containsExactly(place + " TEXT_LENGTH");
        assertThat(faults(with(place, ""))).containsExactly(place + " TEXT_LENGTH");
    }

    @Test
    void a_charity_has_a_name_of_1_to_50_characters() {
        var place = "/funding/0/payer";

        assertThat(faults(with(place, "CHARITY:" + "善".repeat(50)))).isEmpty();
        assertThat(faults(with(place, "CHARITY:" + "善".repeat(51))))
                .containsExactly(place + " TEXT_LENGTH");
        assertThat(faults(with(place, "CHARITY:" + "善".repeat(250))))
                .containsExactly(place + " TEXT_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"慈善 ", " 慈善", "慈善\u3000", "慈善\u00a0", "\u2003慈善", "慈善\u200d"})
    void no_name_begins_or_ends_with_a_blank_of_any_kind(String name) {
        assertThat(faults(with("/name/zh", name))).containsExactly("/name/zh TEXT_BLANK_AT_END");
        assertThat(faults(with("/group", name))).containsExactly("/group TEXT_BLANK_AT_END");
        assertThat(faults(with("/funding/1/payer", "CHARITY:" + name)))
                .containsExactly("/funding/1/payer TEXT_BLANK_AT_END");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x0, 0x9, 0xA, 0x7F, 0x200B, 0x202E, 0xFFFF, 0xFFFE, 0xFDD0, 0xD800, 0xDC00})
    void no_name_holds_controls_non_characters_or_half_characters(int point) {
        var name = "慈" + Character.toString(point) + "善";

        assertThat(faults(with("/name/en", name))).containsExactly("/name/en TEXT_CHARACTER");
        assertThat(faults(with("/group", name))).containsExactly("/group TEXT_CHARACTER");
        assertThat(faults(with("/funding/0/payer", "CHARITY:" + name)))
                .containsExactly("/funding/0/payer TEXT_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({
        "/code, 110105194910010015",
        "/name/zh, 张 110105194910010015",
        "/group, 110105 19491001 0015",
        "/funding/0/payer, CHARITY:１１０１０５１９４９１００１００１５"
    })
    void no_text_holds_an_id_number(String place, String text) {
        assertThat(faults(with(place, text))).containsExactly(place + " TEXT_ID_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"爱心  基金", "爱心\u3000基金", "爱心\u2003\u00a0基金"})
    void names_that_differ_only_in_inner_blanks_are_one_name(String name) {
        var document = with("/funding/0/payer", "CHARITY:" + name);

        assertThat(rewritten(document).at("/funding/0/payer").textValue())
                .isEqualTo("CHARITY:爱心 基金");
        assertThat(rewritten(with("/group", name)).at("/group").textValue()).isEqualTo("爱心 基金");
    }

    @Test
    void names_that_differ_only_in_their_composition_are_one_name() {
        assertThat(rewritten(with("/funding/0/payer", "CHARITY:Cafe\u0301")))
                .isEqualTo(rewritten(with("/funding/0/payer", "CHARITY:Caf\u00e9")));
    }

    @Test
    void there_are_at_most_100_tiers_and_a_longer_list_is_not_read() {
        assertThat(faults(tiers(100))).isEmpty();
        assertThat(faults(tiers(101))).containsExactly("/amount/tiers LIST_TOO_LONG");
        assertThat(faults(tiers(60_000))).containsExactly("/amount/tiers LIST_TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/who | 50 | {}",
                "/who/0/householdIn | 200 | \"11\"",
                "/who/0/residenceIn | 200 | \"110105012\"",
                "/where/siteIn | 200 | \"110105\"",
                "/when/slots | 200 | \"LUNCH\"",
                "/funding | 50 | {\"payer\": \"11\", \"weight\": 1}",
            })
    void a_list_has_a_bound(String place, int most, String item) {
        assertThat(faults(changed(place, list(most, item)))).isEmpty();
        assertThat(faults(changed(place, list(most + 1, item))))
                .containsExactly(place + " LIST_TOO_LONG");
    }

    @Test
    void no_more_than_500_faults_are_kept() {
        var document = Malformed.example();
        IntStream.range(0, 10_000).forEach(i -> document.put("field" + i, i));

        assertThat(faults(document)).hasSize(500);
    }

    private static ObjectNode with(String place, String text) {
        var document = Malformed.example();
        var parent = place.substring(0, place.lastIndexOf('/'));
        ((ObjectNode) document.at(parent)).put(place.substring(parent.length() + 1), text);
        return document;
    }

    private static ObjectNode tiers(int count) {
        return changed(
                "/amount",
                TIERS.formatted(
                        IntStream.range(0, count)
                                .mapToObj(i -> TIER.formatted(2 * i, 2 * i + 1))
                                .collect(Collectors.joining(","))));
    }

    private static String list(int count, String item) {
        return IntStream.range(0, count)
                .mapToObj(_ -> item)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
