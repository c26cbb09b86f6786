package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The comparison of answers with the OpenAPI document notices what is not documented.
final class ContractTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    private final Contract contract = Contract.of(HttpClient.newHttpClient(), SERVER.address());

    @Test
    void an_answer_as_documented_passes() {
        assertThatCode(() ->
                        check("/v1/providers", 200, "application/json", "{'items':[],'next':null}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/providers | 200 | application/json | {}",
                "/v1/providers | 200 | application/json | {'items':[{'providerId':7}],'next':null}",
                "/v1/providers | 200 | application/json | {'items':[],'next':1}",
                "/v1/providers | 200 | text/html | x",
                "/v1/providers | 403 | application/json | {'message':'no'}",
                "/v1/nowhere | 200 | application/json | {}",
            })
    void another_answer_is_noticed(String path, int status, String type, String body) {
        assertThatThrownBy(() -> check(path, status, type, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not as documented");
    }

    @Test
    void a_refusal_before_routing_needs_no_operation() {
        assertThatCode(() -> check("/v1/nowhere", 403, "application/problem+json", "{}"))
                .doesNotThrowAnyException();
    }

    private void check(String path, int status, String type, String body) {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (_, _) -> true);
        contract.check("GET", path, new Reply(status, headers, body.replace('\'', '"')));
    }
}
