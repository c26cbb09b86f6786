package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Real schemes of real cities with expected results.
final class SchemesTest {

    @TestFactory
    Stream<DynamicTest> every_case_of_every_scheme_has_the_worked_answer() {
        return Schemes.all().stream()
                .flatMap(scheme ->
                        items(scheme.document().get("cases"))
                                .map(item ->
                                        DynamicTest.dynamicTest(
                                                scheme.name() + ": " + item.get("name").textValue(),
                                                () -> answers(scheme, item))));
    }

    private static void answers(Schemes.Scheme scheme, JsonNode item) {
        var facts = Read.good(CaseDocument.read(item, "/cases/0", Set.of("name", "expect")));

        var quote = facts.quote(scheme.policies());

        assertThat(CaseDocument.write(quote).toPrettyString())
                .isEqualTo(item.get("expect").toPrettyString());
    }

    @TestFactory
    Stream<DynamicTest> every_policy_of_every_scheme_is_written_as_it_was_read() {
        return Schemes.all().stream()
                .flatMap(scheme -> items(scheme.document().get("policies")))
                .map(document ->
                        DynamicTest.dynamicTest(
                                document.get("code").textValue(), () -> isWrittenAsRead(document)));
    }

    private static void isWrittenAsRead(JsonNode document) {
        var policy = Read.good(PolicyDocument.read(document, ""));

        assertThat(PolicyDocument.text(policy)).isEqualTo(document.toString());
        assertThat(PolicyDocument.parse(PolicyDocument.text(policy))).isEqualTo(policy);
    }

    @Test
    void none_of_the_schemes_is_left_out() {
        assertThat(Schemes.all()).hasSize(11);
        assertThat(Schemes.all().stream().map(Schemes.Scheme::policies).mapToInt(List::size).sum())
                .isEqualTo(29);
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
