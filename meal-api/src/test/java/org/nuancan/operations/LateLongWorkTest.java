package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.ServerUnderTest;

/// Operations whose work grows with what is asked for have a deadline of their own.
class LateLongWorkTest {

    private static final ServerUnderTest SERVER =
            ServerUnderTest.start(
                    TestDatabase.fresh(), Map.of("nuancan.request.long-deadline", "1ns"));

    @Test
    void
            long_work_that_is_late_is_503_and_other_work_and_endless_answers_do_not_have_its_deadline() {
        var admin = SERVER.as(Role.CITY_ADMIN);

        var late = admin.get("/v1/statements");
        var other = admin.get("/v1/providers");
        var endless = admin.send("HEAD", "/v1/events", "application/json", "");

        assertThat(late.status()).as(late.toString()).isEqualTo(503);
        assertThat(late.header("Retry-After")).isPresent();
        assertThat(other.status()).as(other.toString()).isEqualTo(200);
        assertThat(endless.status()).as(endless.toString()).isEqualTo(200);
    }
}
