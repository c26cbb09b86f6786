package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rule for text from outside, at the doors that read JSON.
class TextsOverHttpTest {

    private static final Client ANYBODY = ServerUnderTest.get().anonymous();

    /// Valid by GB 11643, and of no person.
    private static final String ID_NUMBER = "110105194910010015";

    private static Reply post(String json) {
        return ANYBODY.post("/test-doors/texts", json);
    }

    private static void refused(Reply reply, String pointer, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("REQUEST_INVALID");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
        assertThat(reply.body()).doesNotContain(ID_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"words": "%s"}               | /words
                    {"list": ["a", "%s"]}         | /list/1
                    {"identifier": "%s"}          | /identifier
                    {"tree": "%s"}                | /tree
                    {"tree": {"a": ["b", "%s"]}}  | /tree/a/1
                    """)
    void a_text_that_breaks_the_rule_is_refused_wherever_it_is(String json, String pointer) {
        refused(post(json.formatted("见" + ID_NUMBER)), pointer, codeOf(json, "ID_NUMBER"));
        refused(post(json.formatted("a\\ud800")), pointer, "NO_CHARACTER");
        refused(post(json.formatted("a\\uffffb")), pointer, "NO_CHARACTER");
        refused(post(json.formatted("a\\u0000")), pointer, "CONTROL");
        refused(post(json.formatted("a\\nb")), pointer, "CONTROL");
        refused(post(json.formatted("a\\u202eb")), pointer, "CONTROL");
    }

    private static String codeOf(String json, String code) {
        return json.contains("identifier") ? "NOT_ASCII" : code;
    }

    @Test
    void words_come_in_folded_and_identifiers_as_they_are() {
        var read = post("{\"words\": \" 慈\\u3000\\u3000善 \", \"identifier\": \"a  b\"}");

        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.text("/words")).isEqualTo("慈 善");
        assertThat(read.text("/identifier")).isEqualTo("a  b");
    }

    @Test
    void an_identifier_is_printable_ascii_without_blanks_at_its_ends_and_no_id_number() {
        refused(post("{\"identifier\": \"回单1\"}"), "/identifier", "NOT_ASCII");
        refused(post("{\"identifier\": \"a \"}"), "/identifier", "INVISIBLE_END");
        refused(
                post("{\"identifier\": \"REF-%s\"}".formatted(ID_NUMBER)),
                "/identifier",
                "ID_NUMBER");
    }

    @Test
    void a_secret_is_kept_as_it_came_and_may_look_like_an_id_number() {
        assertThat(post("{\"secret\": \"  %s\\u3000\"}".formatted(ID_NUMBER)).text("/secret"))
                .isEqualTo("  " + ID_NUMBER + "\u3000");
        refused(post("{\"secret\": \"a\\udfff\"}"), "/secret", "NO_CHARACTER");
    }

    @Test
    void parts_that_are_read_as_records_keep_the_rules_of_their_fields() {
        assertThat(post("{\"records\": [{\"idNumber\": \"%s\"}]}".formatted(ID_NUMBER)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ID_NUMBER, "\\ud800", "a\\u0007"})
    void a_body_without_a_type_keeps_the_rule_in_texts_and_names(String text) {
        for (var json : new String[] {"{\"a\": [[{\"b\": \"%s\"}]]}", "{\"a\": {\"%s\": 1}}"}) {
            var reply = ANYBODY.post("/test-doors/trees", json.formatted(text));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("REQUEST_INVALID");
            assertThat(reply.body()).doesNotContain(ID_NUMBER);
        }
    }

    @Test
    void a_generated_id_may_look_like_an_id_number() {
        var meal = Map.of("name", "a", "priceFen", 1, "mealId", ID_NUMBER);

        assertThat(ANYBODY.post("/test-doors/meals", meal).text("/mealId")).isEqualTo(ID_NUMBER);
    }

    @Test
    void lengths_count_characters_also_the_rare_ones() {
        assertThat(post("{\"words\": \"%s\"}".formatted("🥜".repeat(10))).status()).isEqualTo(200);
        refused(post("{\"words\": \"%s\"}".formatted("🥜".repeat(11))), "/words", "SIZE");
        refused(post("{\"list\": [\"%s\"]}".formatted("🥜".repeat(11))), "/list/0", "SIZE");
    }

    @Test
    void the_fault_has_a_text_in_both_languages() {
        var json = "{\"words\": \"a\\nb\"}";
        assertThat(post(json).text("/errors/0/detail")).contains("换行");
        assertThat(
                        ANYBODY.with("Accept-Language", "en")
                                .post("/test-doors/texts", json)
                                .text("/errors/0/detail"))
                .contains("line breaks");
    }
}
