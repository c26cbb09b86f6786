package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Walks the document that the build generates: every operation of it refuses who is not named.
class AccessTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final JsonNode DOCUMENT = SERVER.anonymous().get("/openapi").json();
    private static final Map<String, Client> CALLERS = new TreeMap<>();

    @BeforeAll
    static void callers() {
        var premises = Premises.in(SERVER, "110105012");
        for (var role : AccessTable.ALL) {
            var caller =
                    switch (role) {
                        case Role.POS_TERMINAL -> SERVER.terminal(premises.siteId());
                        case Role.KITCHEN_STAFF ->
                                SERVER.as(role, ScopeWords.site(premises.siteId()));
                        case Role.PROVIDER_MANAGER, Role.DISPATCHER, Role.RIDER ->
                                SERVER.as(role, ScopeWords.provider(premises.providerId()));
                        case Role.STREET_OFFICER, Role.ORDER_DESK ->
                                SERVER.as(role, ScopeWords.street("110105012"));
                        case Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE ->
                                SERVER.as(role, ScopeWords.district("110105"));
                        default -> SERVER.as(role);
                    };
            CALLERS.put(role, caller);
        }
    }

    @Test
    void every_operation_is_in_the_table() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(
                                        AccessTable.open().contains(operation)
                                                || AccessTable.roles(operation).isPresent())
                                .as(operation + " is not in AccessTable")
                                .isTrue());
    }

    @Test
    void every_operation_that_is_not_open_refuses_an_anonymous_caller() {
        for (var operation : closed()) {
            assertThat(call(SERVER.anonymous(), operation).status()).as(operation).isEqualTo(401);
        }
    }

    @Test
    void every_operation_refuses_every_role_that_is_not_named() {
        var letIn = new ArrayList<String>();
        for (var operation : closed()) {
            var named = AccessTable.roles(operation).orElse(AccessTable.ALL);
            for (var caller : CALLERS.entrySet()) {
                if (!named.contains(caller.getKey())) {
                    var status = call(caller.getValue(), operation).status();
                    if (status != 403) {
                        letIn.add(operation + " " + caller.getKey() + " " + status);
                    }
                }
            }
        }
        assertThat(letIn).isEmpty();
    }

    @Test
    void open_operations_need_no_token() {
        for (var operation : AccessTable.open()) {
            assertThat(operations()).contains(operation);
            var answer = call(SERVER.anonymous(), operation);
            assertThat(answer.status()).as(operation).isNotIn(403, 405);
            if (answer.status() == 401) {
                assertThat(answer.code()).isEqualTo("INVALID_CREDENTIALS");
            }
        }
        for (var path : List.of("/openapi", "/openapi/openapi.json", "/health", "/info")) {
            assertThat(SERVER.anonymous().get(path).status()).as(path).isIn(200, 503);
        }
    }

    @Test
    void the_document_names_the_required_headers() {
        var document = SERVER.anonymous().get("/openapi").json();
        var login = document.at("/paths/~1login/post");

        assertThat(login.at("/summary").asText()).isNotBlank();
        assertThat(document.at("/paths/~1v1~1pos~1checkouts/post/parameters").toString())
                .contains("Idempotency-Key");
        assertThat(document.toString()).doesNotContain("\"Caller\"", "\"IdempotencyKey\"");
        assertThat(SERVER.anonymous().with("Accept", "text/html").get("/openapi").body())
                .contains("swagger-ui-bundle.js")
                .doesNotContain("http");
        assertThat(SERVER.anonymous().with("Accept", "*/*").get("/openapi/openapi.json").json())
                .isEqualTo(document);
        assertThat(SERVER.anonymous().get("/openapi/swagger-ui-bundle.js").status()).isEqualTo(200);
    }

    private static List<String> closed() {
        return operations().stream()
                .filter(operation -> !AccessTable.open().contains(operation))
                .toList();
    }

    private static List<String> operations() {
        var found = new ArrayList<String>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(method ->
                                        found.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        return found.stream()
                .filter(operation -> operation.matches("(GET|POST|PUT|PATCH|DELETE) .*"))
                .sorted()
                .toList();
    }

    private static Reply call(Client caller, String operation) {
        var words = operation.split(" ", -1);
        var path = words[1].replaceAll("\\{date}", "2026-11-18").replaceAll("\\{[^}]*}", "1");
        return caller.send(words[0], path, contentType(words), words[0].equals("GET") ? "" : "{}");
    }

    /// The first that the operation takes: another one is refused before anybody is asked who he
    /// is.
    private static String contentType(String[] operation) {
        var types =
                DOCUMENT.path("paths")
                        .path(operation[1])
                        .path(operation[0].toLowerCase(Locale.ROOT))
                        .at("/requestBody/content")
                        .fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }
}
