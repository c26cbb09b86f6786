package org.nuancan.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class ProblemsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client ANYBODY = SERVER.anonymous();

    @Test
    void an_unknown_address_is_404_with_and_without_sign_in() {
        assertProblem(ANYBODY.get("/nowhere"), 404, "NOT_FOUND");
        assertProblem(SERVER.as(Role.CITY_ADMIN).get("/v1/nowhere"), 404, "NOT_FOUND");
    }

    @Test
    void without_a_token_or_with_a_wrong_one_the_answer_is_401() {
        assertProblem(ANYBODY.get("/v1/users"), 401, "UNAUTHENTICATED");
        assertProblem(
                ANYBODY.with("Authorization", "Bearer nonsense").get("/v1/users"),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_role_that_is_not_named_is_refused() {
        var desk = SERVER.as(Role.ORDER_DESK, ScopeWords.street("110105012"));

        assertProblem(desk.get("/v1/users"), 403, "FORBIDDEN");
    }

    @Test
    void an_operation_without_declared_roles_is_refused() {
        assertProblem(ANYBODY.get("/test-doors/unsaid"), 401, "UNAUTHENTICATED");
        assertProblem(SERVER.as(Role.CITY_ADMIN).get("/test-doors/unsaid"), 403, "FORBIDDEN");
    }

    @Test
    void another_method_is_405_and_says_which_are_allowed() {
        var answer = ANYBODY.send("DELETE", "/test-doors/meals", "application/json", "");

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("POST"));
    }

    @Test
    void another_content_type_is_415() {
        assertProblem(
                ANYBODY.send("POST", "/test-doors/meals", "text/csv", "name"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_format_that_we_do_not_have_is_406() {
        assertProblem(
                ANYBODY.with("Accept", "image/png").get("/test-doors/pages"),
                406,
                "NOT_ACCEPTABLE");
    }

    @Test
    void too_many_bytes_are_413() {
        var meal = "{\"name\": \"" + "a".repeat(17 * 1024 * 1024) + "\"}";

        assertProblem(ANYBODY.post("/test-doors/meals", meal), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_defect_is_500_without_details() {
        var answer = ANYBODY.get("/test-doors/defect");

        assertProblem(answer, 500, "INTERNAL");
        assertThat(answer.body()).doesNotContain("select", "1949", "Exception");
    }

    @Test
    void a_database_without_a_free_connection_is_503_with_retry_after() {
        var answer = ANYBODY.get("/test-doors/busy");

        assertProblem(answer, 503, "BUSY");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("pool");
    }

    @Test
    void every_answer_carries_a_request_id_and_keeps_a_harmless_one() {
        assertThat(ANYBODY.get("/test-doors/pages").header("X-Request-Id")).isPresent();
        assertThat(ANYBODY.get("/nowhere").header("X-Request-Id")).isPresent();
        assertThat(ANYBODY.get("/v1/users").header("X-Request-Id")).isPresent();
        assertThat(ANYBODY.post("/test-doors/meals", "{").header("X-Request-Id")).isPresent();
        assertThat(
                        ANYBODY.with("X-Request-Id", "proxy-12345678")
                                .get("/nowhere")
                                .header("X-Request-Id"))
                .hasValue("proxy-12345678");
        assertThat(
                        ANYBODY.with("X-Request-Id", "<script>alert(1)</script>")
                                .get("/nowhere")
                                .header("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).doesNotContain("script"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | 未找到", "en | Not found", "en-GB,zh;q=0.5 | Not found",
                "zh;q=0.9,en;q=0.8 | 未找到", "fr | 未找到", "%%% | 未找到"
            })
    void a_problem_speaks_the_language_that_is_preferred(String preferred, String title) {
        assertThat(ANYBODY.with("Accept-Language", preferred).get("/nowhere").text("/title"))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_page_that_says_what_to_do_in_both_languages(ProblemCode code) {
        var page = ANYBODY.get(code.type());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains(code.advice(false), code.advice(true), code.name());
        assertThat(code.type()).isEqualTo(code.type().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | '' | MALFORMED",
                "{'name': 'a', 'priceFen': 1} {} | '' | MALFORMED",
                "{'name': 'a', 'priceFen': 1, 'priceFen': 2} | '' | MALFORMED",
                "{'name': 'a', 'priceFen': '5'} | /priceFen | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 5.0} | /priceFen | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1e2} | /priceFen | WRONG_TYPE",
                "{'name': 'a', 'priceFen': true} | /priceFen | WRONG_TYPE",
                "{'name': 'a', 'priceFen': -1} | /priceFen | OUT_OF_RANGE",
                "{'name': 'a', 'priceFen': 1000000001} | /priceFen | OUT_OF_RANGE",
                "{'name': 'a', 'priceFen': 99999999999999999999} | /priceFen | OUT_OF_RANGE",
                "{'name': 5, 'priceFen': 1} | /name | WRONG_TYPE",
                "{'name': true, 'priceFen': 1} | /name | WRONG_TYPE",
                "{'name': ['a'], 'priceFen': 1} | /name | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'colour': 'BLUE'} | /colour | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'colour': 0} | /colour | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'colour': 'red'} | /colour | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'day': '2026-02-30'} | /day | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'day': [2026, 2, 3]} | /day | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'day': 20000} | /day | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'day': ''} | /day | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'at': '2026-02-03T11:00:00'} | /at | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'warm': 'true'} | /warm | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'warm': 1} | /warm | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'lines': {}} | /lines | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'mealId': 5} | /mealId | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'salt': 1} | /salt | UNKNOWN_FIELD",
                "{'name': 'a', 'priceFen': 1, 'lines': [{'sku': 'a', 'quantity': '1'}]} | /lines/0/quantity | WRONG_TYPE",
                "{'name': 'a', 'priceFen': 1, 'lines': [{'sku': 'a'}]} | /lines/0/quantity | REQUIRED",
                "{'name': 'a', 'priceFen': 1, 'lines': [{'sku': 'a', 'quantity': null}]} | /lines/0/quantity | REQUIRED",
                "{'priceFen': 1} | /name | REQUIRED",
                "{'name': null, 'priceFen': 1} | /name | REQUIRED",
                "{'name': 'a'} | /priceFen | REQUIRED",
                "{'name': 'A', 'priceFen': 1} | /name | PATTERN",
            })
    void a_malformed_request_is_400_and_says_where_and_what(
            String body, String pointer, String code) {
        var answer = ANYBODY.post("/test-doors/meals", body.replace('\'', '"'));

        assertProblem(answer, 400, "REQUEST_INVALID");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer.replace("'", ""));
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(answer.text("/errors/0/detail")).isNotBlank();
    }

    @Test
    void all_broken_constraints_are_listed_at_once() {
        var answer =
                ANYBODY.with("Accept-Language", "en")
                        .post(
                                "/test-doors/meals",
                                """
                                {"lines": [{"sku": "abcd", "quantity": 0}, {"sku": "", "quantity": 2}]}
                                """);

        assertProblem(answer, 400, "REQUEST_INVALID");
        assertThat(errors(answer))
                .containsExactly(
                        "/lines/0/quantity MIN must be at least 1",
                        "/lines/0/sku SIZE must have 1 to 3 characters or items",
                        "/lines/1/sku SIZE must have 1 to 3 characters or items",
                        "/name REQUIRED is required",
                        "/priceFen REQUIRED is required");
    }

    @Test
    void the_received_value_is_never_repeated() {
        var answer =
                ANYBODY.post(
                        "/test-doors/meals",
                        "{\"name\": \"110105194912310025\", \"priceFen\": \"110105194912310025\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("110105194912310025");
    }

    @Test
    void no_body_at_all_is_400() {
        assertProblem(ANYBODY.post("/test-doors/meals"), 400, "REQUEST_INVALID");
        assertProblem(
                ANYBODY.send("POST", "/test-doors/meals", "application/json", "null"),
                400,
                "REQUEST_INVALID");
    }

    @Test
    void nulls_and_empty_values_are_written() {
        var answer =
                ANYBODY.post(
                        "/test-doors/meals",
                        "{\"name\": \"a\", \"priceFen\": 1000000000, \"lines\": [], \"mealId\": \"7\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"name\":\"a\",\"priceFen\":1000000000,\"colour\":null,\"day\":null,"
                                + "\"at\":null,\"warm\":null,\"lines\":[],\"mealId\":\"7\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/test-doors/numbers,/number",
        "/test-doors/numbers?number=x,/number",
        "/test-doors/numbers?number=,/number",
        "/test-doors/pages?limit=0,/limit",
        "/test-doors/pages?limit=501,/limit",
        "/test-doors/pages?limit=x,/limit",
        "/test-doors/pages?after=x,/after",
        "/test-doors/pages?after=%C3%A9,/after",
    })
    void a_wrong_query_is_400_and_says_which_parameter(String path, String pointer) {
        var answer = ANYBODY.get(path);

        assertProblem(answer, 400, "REQUEST_INVALID");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void pages_lead_from_one_to_the_next_until_the_last() {
        var first = ANYBODY.get("/test-doors/pages?limit=4");
        var second = ANYBODY.get("/test-doors/pages?limit=4&after=" + first.text("/next"));

        assertThat(first.at("/items").size()).isEqualTo(4);
        assertThat(second.at("/items").toString()).isEqualTo("[\"4\",\"5\",\"6\"]");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(ANYBODY.get("/test-doors/pages").at("/items").size()).isEqualTo(7);
        assertThat(ANYBODY.get("/test-doors/pages?limit=7").at("/next").isNull()).isTrue();
    }

    private static List<String> errors(Reply answer) {
        return StreamSupport.stream(answer.at("/errors").spliterator(), false)
                .map(error ->
                        "%s %s %s"
                                .formatted(
                                        error.at("/pointer").textValue(),
                                        error.at("/code").textValue(),
                                        error.at("/detail").textValue()))
                .toList();
    }

    private static void assertProblem(Reply answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.number("/status")).isEqualTo(status);
        assertThat(answer.text("/type"))
                .isEqualTo("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.at("/errors").isArray()).isTrue();
    }
}
