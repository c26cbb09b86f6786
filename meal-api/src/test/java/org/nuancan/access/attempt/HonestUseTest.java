package org.nuancan.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class HonestUseTest {

    /// One with a limit that a test can reach, and a clock of its own.
    private static final ServerUnderTest SERVER =
            ServerUnderTest.start(Map.of("nuancan.honest-use.requests-a-second", 2));

    @Test
    void a_caller_with_far_too_many_requests_gets_429_and_others_continue() {
        var other = SERVER.as(Role.CITY_ADMIN);
        var caller = SERVER.as(Role.AUDITOR);
        var refused = new ArrayList<Reply>();
        // Two windows of 10 s with 20 requests each may be open to it while it tries.
        for (var i = 0; i < 60; i++) {
            var answer = caller.get("/v1/users");
            if (answer.status() != 200) {
                refused.add(answer);
            }
        }

        assertThat(refused).isNotEmpty();
        assertThat(refused.getFirst().status()).isEqualTo(429);
        assertThat(refused.getFirst().code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.getFirst().header("Retry-After")).hasValue("10");
        assertThat(other.get("/v1/users").status()).isEqualTo(200);
    }

    @Test
    void business_time_can_be_set_runs_on_and_goes_back_while_tokens_follow_real_time() {
        var city = SERVER.as(Role.CITY_ADMIN);

        var set = city.put("/test/clock", "{\"now\": \"2031-11-19T02:00:00+08:00\"}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("/now")).startsWith("2031-11-19T02:00:0").endsWith("+08:00");
        assertThat(SERVER.bean(Clock.class).instant())
                .isBetween(
                        Instant.parse("2031-11-18T18:00:00Z"),
                        Instant.parse("2031-11-18T18:05:00Z"));
        assertThat(city.get("/v1/users").status()).isEqualTo(200);

        assertThat(city.put("/test/clock", "{\"now\": null}").status()).isEqualTo(200);
        assertThat(SERVER.bean(Clock.class).instant())
                .isCloseTo(InstantSource.system().instant(), within(1, ChronoUnit.MINUTES));
        assertThat(city.put("/test/clock", "{\"now\": \"2031-11-19\"}").status()).isEqualTo(400);
    }
}
