package org.nuancan.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.connection.RawConnection;
import org.nuancan.http.ServerUnderTest;

class UploadLimitOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void a_caller_has_four_long_bodies_at_a_time_and_a_fifth_once_one_has_ended() throws Exception {
        var name = ServerUnderTest.unique("uploader");
        SERVER.bean(UserService.class)
                .create(name, "test-pass", Role.CITY_ADMIN, ScopeWords.city());
        var token =
                SERVER.anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"))
                        .text("/access_token");
        var begun =
                """
                POST /test-doors/meals HTTP/1.1\r
                Host: a\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 100000\r
                \r
                {\
                """
                        .formatted(token);
        var open = new ArrayList<RawConnection>();
        try {
            for (var i = 0; i < UploadLimit.MOST_OF_A_CALLER; i++) {
                open.add(new RawConnection(SERVER.address()).send(begun));
            }
            await(() -> SERVER.bean(UploadLimit.class).of(name) == UploadLimit.MOST_OF_A_CALLER);
            try (var fifth = new RawConnection(SERVER.address())) {
                assertThat(fifth.send(begun).nextHead())
                        .startsWith("HTTP/1.1 429")
                        .containsIgnoringCase("retry-after");
            }

            open.removeLast().close();
            await(() -> SERVER.bean(UploadLimit.class).of(name) < UploadLimit.MOST_OF_A_CALLER);
        } finally {
            for (var connection : List.copyOf(open)) {
                connection.close();
            }
        }
        await(() -> SERVER.bean(UploadLimit.class).of(name) == 0);
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + 15_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
