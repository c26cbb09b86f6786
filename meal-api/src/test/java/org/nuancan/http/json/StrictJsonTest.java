package org.nuancan.http.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.http.DoorsForTests;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.http.problem.Faults;

class StrictJsonTest {

    private static final String TWO_VALUES = "{\"a\": 1} {}";

    @Test
    void nothing_may_follow_a_value() {
        assertThatThrownBy(() ->
                        StrictJson.strict(new ObjectMapper()).readValue(TWO_VALUES, Map.class))
                .hasMessageContaining("Trailing token");
        assertThatThrownBy(() ->
                        ServerUnderTest.get()
                                .bean(JsonMapper.class)
                                .readValue(
                                        TWO_VALUES.getBytes(StandardCharsets.UTF_8),
                                        Argument.of(Map.class)))
                .hasMessageContaining("Trailing token");
    }

    @Test
    void nothing_may_follow_a_value_in_a_request() {
        var mapper =
                ServerUnderTest.get()
                        .bean(JsonMapper.class)
                        .createSpecific(Argument.of(DoorsForTests.Meal.class));
        assertThatThrownBy(() ->
                        mapper.readValue(
                                ByteArrayBufferFactory.INSTANCE.wrap(
                                        "{\"name\": \"a\", \"priceFen\": 1} {}"
                                                .getBytes(StandardCharsets.UTF_8)),
                                Argument.of(DoorsForTests.Meal.class)))
                .hasMessageContaining("Trailing token");
    }

    /// What a list and an optional number look like.
    record Shelf(List<String> names, Integer count) {}

    @Test
    void a_list_of_nothings_and_a_number_of_blanks_are_refused() {
        var mapper = StrictJson.strict(new ObjectMapper());

        assertThatThrownBy(() -> mapper.readValue("[null]", new TypeReference<List<Shelf>>() {}))
                .isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> mapper.readValue("{\"names\": [null], \"count\": 1}", Shelf.class))
                .isInstanceOf(JsonMappingException.class);
        for (var blank : List.of("\" \"", "\"\\t\"", "\"\"", "\"1\"")) {
            assertThatThrownBy(() ->
                            mapper.readValue(
                                    "{\"names\": [], \"count\": %s}".formatted(blank), Shelf.class))
                    .as(blank)
                    .isInstanceOf(JsonMappingException.class);
        }
    }

    @Test
    void a_list_ends_with_its_10_000th_item() {
        var mapper = StrictJson.strict(new ObjectMapper());

        assertThatCode(() -> mapper.readValue(shelf(10_000), Shelf.class))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> mapper.readValue(shelf(10_001), Shelf.class))
                .isInstanceOf(Faults.OutOfRange.class);
        assertThatThrownBy(() ->
                        mapper.readValue(
                                "[" + "{},".repeat(10_000) + "{}]",
                                new TypeReference<List<Map<String, String>>>() {}))
                .isInstanceOf(Faults.OutOfRange.class);
    }

    private static String shelf(int names) {
        return "{\"names\": [%s\"a\"], \"count\": 1}".formatted("\"a\",".repeat(names - 1));
    }

    @Test
    void deep_and_endless_values_are_refused_while_they_are_read() {
        var mapper = StrictJson.strict(new ObjectMapper());

        for (var odd :
                List.of(
                        "[".repeat(101) + "]".repeat(101),
                        "{\"a\":".repeat(101) + "1" + "}".repeat(101),
                        "9".repeat(65),
                        "{\"" + "a".repeat(1001) + "\": 1}",
                        "[" + "1,".repeat(500_000) + "1]")) {
            assertThatThrownBy(() -> mapper.readTree(odd))
                    .isInstanceOf(StreamConstraintsException.class);
        }
    }
}
