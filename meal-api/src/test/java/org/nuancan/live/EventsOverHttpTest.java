package org.nuancan.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestRedis;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.http.ServerUnderTest;

class EventsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final AtomicLong ORDER = new AtomicLong(700_000);
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

    record Body(String orderId) {}

    @Test
    void a_reconnecting_page_gets_missed_events_once() throws Exception {
        String seen;
        long missed;
        try (var page = open(Role.CITY_ADMIN, ScopeWords.city())) {
            var _ = sell(11, 5, "110105012");
            seen = page.next("id: ");
        }
        missed = sell(11, 5, "110105012");
        var alsoMissed = sell(11, 5, "110105012");

        try (var page = open(Role.CITY_ADMIN, ScopeWords.city(), seen)) {
            assertThat(page.next("data: ")).contains("\"" + missed + "\"");
            assertThat(page.next("data: ")).contains("\"" + alsoMissed + "\"");
            var now = sell(11, 5, "110105012");
            assertThat(page.next("data: ")).contains("\"" + now + "\"");
        }
    }

    @Test
    void sales_concern_those_in_whose_area_they_are_made() throws Exception {
        try (var here = open(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
                var street = open(Role.STREET_OFFICER, ScopeWords.street("110105012"));
                var desk = open(Role.ORDER_DESK, ScopeWords.street("110105012"));
                var elsewhere = open(Role.DISTRICT_OFFICER, ScopeWords.district("110101"))) {
            var there = sell(12, 6, "110101001");
            var beside = sell(13, 5, "110105013");
            var order = sell(11, 5, "110105012");

            assertThat(elsewhere.next("data: ")).contains("\"" + there + "\"");
            assertThat(here.next("data: ")).contains("\"" + beside + "\"");
            assertThat(here.next("data: ")).contains("\"" + order + "\"");
            assertThat(street.next("data: ")).contains("\"" + order + "\"");
            assertThat(desk.rest()).noneMatch(line -> line.startsWith("data:"));
        }
    }

    @Test
    void a_provider_gets_events_of_its_own_sites() throws Exception {
        var city = SERVER.as(Role.CITY_ADMIN);
        var provider =
                Long.parseLong(
                        city.post(
                                        "/v1/providers",
                                        """
                                        {"name": "枣营", "kind": "CANTEEN", "districtCode": "110105",
                                         "bankAccount": {"name": "枣营", "number": "6222",
                                                         "bankCode": "1021"}}
                                        """)
                                .text("/providerId"));
        try (var own = open(Role.PROVIDER_MANAGER, ScopeWords.provider(provider))) {
            var _ = sell(11, provider + 1, "110105012");
            var order = sell(11, provider, "110105012");

            assertThat(own.next("data: ")).contains("\"" + order + "\"");
        }
    }

    @Test
    void a_disabled_user_gets_no_more_events() throws Exception {
        var name = ServerUnderTest.unique("listener");
        SERVER.bean(UserService.class)
                .create(name, "test-pass", Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
        try (var page = new EventStream(SERVER.address(), token(name), null)) {
            var _ = page.next(":");

            var disabled = SERVER.as(Role.CITY_ADMIN).post("/v1/users/" + name + "/disable");

            assertThat(disabled.status()).isEqualTo(200);
            assertThat(page.next(EventStream.END)).isEmpty();
        }
    }

    @Test
    void without_redis_pages_stay_open_and_get_events_when_it_is_back() throws Exception {
        try (var page = open(Role.CITY_ADMIN, ScopeWords.city())) {
            var _ = sell(11, 5, "110105012");
            var _ = page.next("data: ");
            TestRedis.stop();
            long missed;
            try {
                missed = sell(11, 5, "110105012");
                try (var opened = open(Role.CITY_ADMIN, ScopeWords.city())) {
                    assertThat(opened.status()).isEqualTo(200);
                    assertThat(opened.next(": ")).isEqualTo("nuancan");
                }
            } finally {
                TestRedis.startAgain();
            }

            assertThat(page.next("data: ")).contains("\"" + missed + "\"");
        }
    }

    @Test
    void an_invalid_event_id_is_ignored() throws Exception {
        try (var page = open(Role.CITY_ADMIN, ScopeWords.city(), "yesterday")) {
            var order = sell(11, 5, "110105012");

            assertThat(page.next("data: ")).contains("\"" + order + "\"");
        }
    }

    /// Tells a sale, as a till's checkout does.
    static long sell(long site, long provider, String division) {
        var order = ORDER.incrementAndGet();
        var sale =
                new Events.Happening(
                        EventType.SALE,
                        Optional.of(order),
                        Concerns.site(division, site, provider),
                        new Body(Long.toString(order)),
                        NOON);
        return SERVER.bean(Transactions.class)
                .inOne(connection -> {
                    SERVER.bean(Events.class).tell(connection, sale);
                    return order;
                });
    }

    private static EventStream open(String role, ScopeWords scope) throws Exception {
        return open(role, scope, null);
    }

    private static EventStream open(String role, ScopeWords scope, @Nullable String lastEventId)
            throws Exception {
        var name = ServerUnderTest.unique("listener");
        SERVER.bean(UserService.class).create(name, "test-pass", role, scope);
        return new EventStream(SERVER.address(), token(name), lastEventId);
    }

    private static String token(String name) {
        var answer =
                SERVER.anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"));
        return "Bearer " + answer.text("/access_token");
    }
}
