package org.nuancan.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gg.jte.generated.precompiled.StaticTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.Language;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.Visit;

/// The form in which policies are written, with the policies of eleven cities.
class PolicyDraftTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCHEMES = Path.of("../settlement/src/test/resources/schemes");

    static Stream<JsonNode> policies() throws IOException {
        List<JsonNode> policies = new ArrayList<>();
        try (var schemes = Files.list(SCHEMES)) {
            for (var scheme : schemes.sorted().toList()) {
                JSON.readTree(scheme.toFile()).path("policies").forEach(policies::add);
            }
        }
        return policies.stream();
    }

    @Test
    void there_are_policies_of_many_cities() throws IOException {
        assertThat(policies().count()).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_that_fills_the_form_in_is_read_from_it_unchanged(JsonNode document)
            throws IOException {
        var fields = fields(document);
        // The first day of a version that follows another one is left open.
        fields.put("from", document.path("effectiveFrom").asText());

        var read = PolicyDraft.document(new Form(fields));

        assertThat(inOrder(read)).isEqualTo(inOrder(document));
    }

    /// A form has the categories in one order; a list of them is a set.
    private static JsonNode inOrder(JsonNode document) throws IOException {
        var copy = JSON.readTree(document.toString());
        for (var alternative : copy.path("who")) {
            for (var list : List.of("anyCategory", "allCategories", "noCategory")) {
                if (alternative.get(list) instanceof ArrayNode categories) {
                    var sorted =
                            StreamSupport.stream(categories.spliterator(), false)
                                    .sorted(Comparator.comparing(JsonNode::asText))
                                    .toList();
                    categories.removeAll().addAll(sorted);
                }
            }
        }
        return copy;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_is_told_in_words_without_a_word_of_its_document(JsonNode document) {
        for (var language : Language.values()) {
            var words = PolicyWords.of(frame(language), new Policy(document)).toString();

            assertThat(words).doesNotContain("null", "_", "¥…", "{").isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void an_elder_of_each_group_of_conditions_is_worked_out_with_each_bill(JsonNode document) {
        var cases = new WorkedCases(new Policy(document));
        var ages =
                StreamSupport.stream(cases.cases().spliterator(), false)
                        .map(one -> one.at("/elder/birthDate").asText())
                        .distinct()
                        .count();

        assertThat(cases.cases().size() % cases.bills().size()).isZero();
        assertThat(ages).isPositive();
    }

    private static Map<String, Object> fields(JsonNode document) {
        var owner = document.path("owner").asText();
        var page =
                new DraftPage(
                        new Policy(document), document.path("version").asInt(), List.of(owner));
        var html = Pages.piece(new StaticTemplates().policyDraft(frame(Language.ZH), page));
        Map<String, Object> fields = new HashMap<>();
        if (Jsoup.parse(html).selectFirst("form.draft") instanceof FormElement form) {
            for (var field : form.formData()) {
                fields.merge(field.key(), List.of(field.value()), PolicyDraftTest::both);
            }
        }
        fields.replaceAll((_, value) ->
                value instanceof List<?> all && all.size() == 1 ? all.getFirst() : value);
        return fields;
    }

    private static Object both(Object some, Object more) {
        List<Object> all = new ArrayList<>((List<?>) some);
        all.addAll((List<?>) more);
        return all;
    }

    private static Frame frame(Language language) {
        var visit = new Visit(language, "", "/", false, Optional.empty(), Optional.empty());
        return new Frame(visit, Optional.empty(), "token", name -> "/" + name);
    }
}
