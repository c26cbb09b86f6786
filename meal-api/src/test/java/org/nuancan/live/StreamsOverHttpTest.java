package org.nuancan.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.ServerUnderTest;

class StreamsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/rider/events"})
    void other_methods_than_get_keep_nothing(String path) {
        var caller = SERVER.signedInAs(Role.AUDITOR, ScopeWords.city());
        var ticker = SERVER.bean(Ticker.class);

        for (var method : new String[] {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
            for (var i = 0; i < 20; i++) {
                assertThat(caller.send(method, path, "application/json", "").status())
                        .as(method)
                        .isLessThan(500);
            }
        }

        assertThat(ticker.openOf(caller.get("/test-doors/me").body())).isZero();
    }

    @Test
    void a_caller_has_ten_pages_open_and_an_eleventh_once_one_is_closed() throws Exception {
        var name = ServerUnderTest.unique("listener");
        SERVER.bean(UserService.class)
                .create(name, "test-pass", Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
        var token = token(name);
        var pages = new ArrayList<EventStream>();
        try {
            for (var i = 0; i < 10; i++) {
                pages.add(open(token, null));
                assertThat(pages.getLast().status()).isEqualTo(200);
            }
            try (var eleventh = open(token, null)) {
                assertThat(eleventh.status()).isEqualTo(429);
                assertThat(eleventh.header("Retry-After")).isPresent();
                assertThat(eleventh.next("{")).contains("\"STREAM_LIMIT\"");
            }

            pages.removeLast().close();
            await(() -> SERVER.bean(Ticker.class).openOf(name) == 9);

            pages.add(open(token, null));
            assertThat(pages.getLast().status()).isEqualTo(200);
        } finally {
            pages.forEach(EventStream::close);
        }
        await(() -> SERVER.bean(Ticker.class).openOf(name) == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999999-0",
                "99999999999999999999-99999999999999999999",
                "1-1",
                "0-0"
            })
    void an_id_that_is_not_kept_is_reported_as_unknown_and_new_events_are_sent(String id)
            throws Exception {
        var name = ServerUnderTest.unique("listener");
        SERVER.bean(UserService.class)
                .create(name, "test-pass", Role.CITY_ADMIN, ScopeWords.city());
        try (var page = open(token(name), id)) {
            assertThat(page.next("event: ")).isEqualTo("events.missed");
            assertThat(page.next("data: ")).isEqualTo("{}");

            var order = EventsOverHttpTest.sell(11, 5, "110105012");

            String data;
            do {
                data = page.next("data: ");
            } while (!data.contains("\"" + order + "\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "1", "1-", "-1-1", "1-1-1", "$", ">", "1-1\t*", "%00"})
    void an_invalid_id_is_ignored(String id) throws Exception {
        var name = ServerUnderTest.unique("listener");
        SERVER.bean(UserService.class)
                .create(name, "test-pass", Role.CITY_ADMIN, ScopeWords.city());
        try (var page = open(token(name), id)) {
            var order = EventsOverHttpTest.sell(11, 5, "110105012");

            assertThat(page.next("data: ")).contains("\"" + order + "\"");
        }
    }

    private static EventStream open(String token, @Nullable String id) throws Exception {
        return new EventStream(SERVER.address(), token, id);
    }

    private static String token(String name) {
        var answer =
                SERVER.anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"));
        return "Bearer " + answer.text("/access_token");
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + 15_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
