package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.ServerUnderTest;

class HealthDetailsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    /// Other tests on this server may have parked a provider.
    private static final String STATUS_ALONE =
            "\\{\"name\":null,\"status\":\"(UP|degraded)\",\"details\":null}";

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/readiness"})
    void an_administrator_of_the_city_sees_the_parts_without_an_address(String path) {
        var answer = SERVER.as(Role.CITY_ADMIN).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/details").size()).isGreaterThan(1);
        assertThat(answer.at("/details/redis/status").asText()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("jdbc:", "mysql:", "127.0.0.1", "localhost");
    }

    @Test
    void all_others_see_the_status_alone() {
        var callers =
                List.of(
                        SERVER.anonymous(),
                        SERVER.as(Role.AUDITOR),
                        SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105")),
                        SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district("110105")),
                        SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105012")),
                        SERVER.as(Role.ORDER_DESK, ScopeWords.street("110105012")));

        assertThat(callers)
                .allSatisfy(caller -> {
                    for (var path : List.of("/health", "/health/readiness", "/health/liveness")) {
                        assertThat(caller.get(path).body()).matches(STATUS_ALONE);
                    }
                });
    }
}
