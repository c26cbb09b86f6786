package org.nuancan.finance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;

class SimulationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCHEMES = Path.of("../settlement/src/test/resources/schemes");

    private final Simulation simulation = new Simulation(List::of);

    static Stream<Path> schemes() throws IOException {
        try (var files = Files.list(SCHEMES)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void every_case_of_a_scheme_is_answered_as_expected_alone_and_together(Path file)
            throws IOException {
        var scheme = (ObjectNode) JSON.readTree(file.toFile());
        var all = JSON.createObjectNode();
        all.set("policies", scheme.get("policies"));
        all.set("cases", scheme.get("cases"));

        var quotes = simulation.answer(all).get("quotes");

        assertThat(quotes).hasSameSizeAs(scheme.get("cases"));
        for (var at = 0; at < quotes.size(); at++) {
            var alone = (ObjectNode) scheme.get("cases").get(at).deepCopy();
            alone.set("policies", scheme.get("policies"));
            assertThat(written(quotes.get(at))).isEqualTo(alone.get("expect"));
            assertThat(written(simulation.answer(alone))).isEqualTo(alone.get("expect"));
        }
    }

    @Test
    void null_policies_are_those_in_force() throws IOException {
        var scheme = scheme("beijing-2022.json");
        var inForce = new Simulation(() -> policies(scheme));
        var request = (ObjectNode) scheme.get("cases").get(0).deepCopy();
        request.putNull("policies");

        assertThat(written(inForce.answer(request))).isEqualTo(request.get("expect"));
        assertThat(simulation.answer(request).get("grants")).isEmpty();
    }

    @Test
    void faults_of_facts_are_all_named_by_their_place() throws IOException {
        assertRefused(
                ProblemCode.REQUEST_INVALID,
                request -> {
                    request.put("colour", "red");
                    ((ObjectNode) request.get("elder")).put("careGrade", 7);
                    ((ObjectNode) request.get("site")).remove("listed");
                    ((ObjectNode) request.get("meal")).put("billFen", "1800");
                },
                "/colour",
                "/elder/careGrade",
                "/site/listed",
                "/meal/billFen");
        assertRefused(
                ProblemCode.REQUEST_INVALID, request -> request.remove("policies"), "/policies");
        assertRefused(
                ProblemCode.REQUEST_INVALID, request -> request.put("policies", 3), "/policies");
    }

    @Test
    void faults_of_policies_are_all_named_by_their_place() throws IOException {
        assertRefused(
                ProblemCode.POLICY_MALFORMED,
                request -> {
                    var policy = (ObjectNode) request.get("policies").get(1);
                    policy.put("owner", "1");
                    policy.putArray("funding");
                },
                "/policies/1/owner",
                "/policies/1/funding");
    }

    @Test
    void cases_that_are_no_list_or_have_unknown_fields_are_refused() {
        var request = JSON.createObjectNode();
        request.putNull("policies");
        request.put("cases", "all").put("elder", "x");

        assertFaults(
                () -> simulation.answer(request), ProblemCode.REQUEST_INVALID, "/cases", "/elder");
    }

    @Test
    void whatever_comes_is_answered_or_refused() throws IOException {
        var random = new Random(20261118);
        var junk = (ArrayNode) JSON.readTree(JUNK);
        for (var file : schemes().toList()) {
            var scheme = (ObjectNode) JSON.readTree(file.toFile());
            for (var round = 0; round < 1500; round++) {
                var cases = scheme.get("cases");
                var request = (ObjectNode) cases.get(random.nextInt(cases.size())).deepCopy();
                request.set("policies", scheme.get("policies").deepCopy());
                for (var times = random.nextInt(1, 4); times > 0; times--) {
                    spoil(request, junk, random);
                }
                try {
                    assertThat(simulation.answer(request)).isNotEmpty();
                } catch (ProblemException refusal) {
                    assertThat(refusal.faults()).isNotEmpty();
                }
            }
        }
    }

    private static final String JUNK =
            """
            [null, -1, 0, 1, 9223372036854775807, -9223372036854775808, 92233720368547758080, 1.5,
             1e400, "", "x", "11", "110105012", "0000-01-01", "9999-12-31", "2026-02-29", true, [],
             {}, [null], {"": null}, [[[]]], "PROVIDER", "CHARITY:", "TIERED", "EVER", 1000000000]
            """;

    private static void spoil(ObjectNode request, ArrayNode junk, Random random) {
        JsonNode place = request;
        while (true) {
            var children = new ArrayList<JsonNode>();
            place.forEach(children::add);
            var deeper = children.stream().filter(child -> !child.isEmpty()).toList();
            if (deeper.isEmpty() || random.nextInt(6) == 0) {
                break;
            }
            place = deeper.get(random.nextInt(deeper.size()));
        }
        var value = junk.get(random.nextInt(junk.size()));
        if (place instanceof ObjectNode object) {
            var names = object.properties().stream().map(Map.Entry::getKey).toList();
            object.set(names.get(random.nextInt(names.size())), value);
        } else if (place instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), value);
        }
    }

    private void assertRefused(ProblemCode code, Consumer<ObjectNode> spoiling, String... pointers)
            throws IOException {
        var scheme = scheme("beijing-2022.json");
        var request = (ObjectNode) scheme.get("cases").get(0).deepCopy();
        request.set("policies", scheme.get("policies"));
        spoiling.accept(request);

        assertFaults(() -> simulation.answer(request), code, pointers);
    }

    private static void assertFaults(ThrowingCallable call, ProblemCode code, String... pointers) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.faults())
                            .extracting(ProblemException.Fault::pointer)
                            .containsExactlyInAnyOrder(pointers);
                });
    }

    /// As it comes over the line: the numbers of two trees may be of other classes.
    private static JsonNode written(JsonNode node) throws IOException {
        return JSON.readTree(node.toString());
    }

    private static ObjectNode scheme(String name) throws IOException {
        return (ObjectNode) JSON.readTree(SCHEMES.resolve(name).toFile());
    }

    private static List<SubsidyPolicy> policies(ObjectNode scheme) {
        return switch (PolicyDocument.readAll(scheme.get("policies"), "")) {
            case Reading.Parsed<List<SubsidyPolicy>>(var policies) -> policies;
            case Reading.Malformed<List<SubsidyPolicy>>(var faults) ->
                    throw new AssertionError(faults);
        };
    }
}
