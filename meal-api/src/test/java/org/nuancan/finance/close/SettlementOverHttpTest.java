package org.nuancan.finance.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.engine.TestDatabase;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Three canteens in two districts, one of which cannot be closed: who sees what of it, and what
/// tells of it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettlementOverHttpTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ServerUnderTest SERVER = ServerUnderTest.start(DATABASE, Map.of());
    private static final String DAY = "2026-11-18";
    private static final ScopeWords CHAOYANG = ScopeWords.district("110105");
    private static final ScopeWords DONGCHENG = ScopeWords.district("110101");

    private static Canteen parked = new Canteen("", "", "");

    @BeforeAll
    static void a_day_on_which_one_is_parked() throws SQLException {
        var books = new Bookkeeper(SERVER);
        parked = books.canteen("110105012");
        var beside = books.canteen("110105012");
        var elsewhere = books.canteen("110101001");
        books.clock("2026-11-17T12:00:00+08:00");
        books.lunch(elsewhere, "2026-11-17T04:00:00Z");
        books.clock("2026-11-18T12:00:00+08:00");
        books.lunch(parked, "2026-11-18T04:00:00Z");
        books.lunch(beside, "2026-11-18T04:01:00Z");
        books.lunch(beside, "2026-11-18T04:02:00Z");
        books.lunch(elsewhere, "2026-11-18T04:03:00Z");
        books.clock("2026-11-19T01:00:00+08:00");
        run(
                "alter table statement add constraint trouble check (provider_id <> %s)"
                        .formatted(parked.providerId()));
        close();
        // Once more: no second event is sent.
        close();
    }

    private static void close() {
        var closed = SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + DAY + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    }

    private static void run(String sql) throws SQLException {
        try (var connection = DATABASE.dataSource().getConnection();
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    private static long eventCount() throws SQLException {
        try (var connection = DATABASE.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select count(*) from event_outbox
                                 where type = 'SETTLEMENT_PARKED' and division = '110105'
                                """)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static Reply get(String role, ScopeWords scope, String path) {
        var reply = SERVER.as(role, scope).get(path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    @Test
    @Order(1)
    void a_parked_provider_is_listed_with_its_cause_in_words() {
        var one = get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/settlement/parked").at("/items/0");

        assertThat(one.at("/providerId").asText()).isEqualTo(parked.providerId());
        assertThat(one.at("/districtCode").asText()).isEqualTo("110105");
        assertThat(one.at("/date").asText()).isEqualTo(DAY);
        assertThat(one.at("/cause").asText()).isEqualTo("REFUSED");
        assertThat(one.at("/detail").asText())
                .isEqualTo("A figure of this statement breaks a rule of the database.");
        assertThat(one.at("/tries").asInt()).isEqualTo(2);
        assertThat(one.at("/since").asText()).startsWith("2026-11-18T17:00:");
    }

    @Test
    @Order(1)
    void a_district_sees_its_own_parked_providers_alone() {
        assertThat(get(Role.DISTRICT_FINANCE, CHAOYANG, "/v1/settlement/parked").at("/items"))
                .hasSize(1);
        assertThat(get(Role.DISTRICT_OFFICER, DONGCHENG, "/v1/settlement/parked").at("/items"))
                .isEmpty();
    }

    @Test
    @Order(1)
    void parked_providers_are_filtered_by_the_fields_of_their_line() {
        var own = "/v1/settlement/parked?providerId=" + parked.providerId();
        for (var found :
                new String[] {own, own + "&cause=REFUSED", own + "&from=" + DAY + "&to=" + DAY}) {
            assertThat(get(Role.CITY_ADMIN, ScopeWords.city(), found).at("/items")).hasSize(1);
        }
        for (var none :
                new String[] {
                    "/v1/settlement/parked?providerId=1",
                    own + "&cause=WAITS",
                    own + "&to=2026-11-17"
                }) {
            assertThat(get(Role.CITY_ADMIN, ScopeWords.city(), none).at("/items")).isEmpty();
        }
    }

    @Test
    @Order(1)
    void a_closed_day_has_its_counts_its_hash_and_how_long_it_took() {
        var path = "/v1/settlement/days?from=" + DAY + "&to=" + DAY;
        var day = get(Role.CITY_ADMIN, ScopeWords.city(), path).at("/items/0");

        assertThat(day.at("/date").asText()).isEqualTo(DAY);
        assertThat(day.at("/state").asText()).isEqualTo("CLOSED");
        assertThat(day.at("/orders").asLong()).isEqualTo(4);
        assertThat(day.at("/statements").asLong()).isEqualTo(2);
        assertThat(day.at("/parked").asLong()).isEqualTo(1);
        assertThat(day.at("/contentHash").asText()).hasSize(64);
        assertThat(day.at("/closedAt").asText()).startsWith("2026-11-18T17:00:");
        assertThat(day.at("/tookMs").asLong(-1)).isNotNegative();

        var own = get(Role.DISTRICT_OFFICER, CHAOYANG, path).at("/items/0");
        assertThat(own.at("/orders").asLong()).isEqualTo(2);
        assertThat(own.at("/statements").asLong()).isEqualTo(1);
        assertThat(own.at("/parked").asLong()).isEqualTo(1);
        var other = get(Role.AUDITOR, DONGCHENG, path).at("/items/0");
        assertThat(other.at("/orders").asLong()).isEqualTo(1);
        assertThat(other.at("/parked").asLong()).isZero();
        assertThat(other.at("/contentHash")).isEqualTo(day.at("/contentHash"));
    }

    @Test
    @Order(1)
    void days_come_in_pages() {
        var all = get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/settlement/days");
        assertThat(all.at("/items").size()).isGreaterThan(1);
        var first = get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/settlement/days?limit=1");
        var second =
                get(
                        Role.CITY_ADMIN,
                        ScopeWords.city(),
                        "/v1/settlement/days?limit=1&after=" + first.text("/next"));

        assertThat(first.at("/items/0")).isEqualTo(all.at("/items/0"));
        assertThat(second.at("/items/0")).isEqualTo(all.at("/items/1"));
    }

    @Test
    @Order(1)
    void health_shows_parked_providers_and_the_node_stays_up() {
        var health = get(Role.CITY_ADMIN, ScopeWords.city(), "/health");

        assertThat(health.text("/details/settlement/status")).isEqualTo("degraded");
        assertThat(health.at("/details/settlement/details/parked").asLong()).isEqualTo(1);
        assertThat(health.text("/details/settlement/details/first/0/providerId"))
                .isEqualTo(parked.providerId());
        assertThat(SERVER.anonymous().get("/health").body()).doesNotContain("providerId");
    }

    @Test
    @Order(1)
    void the_metric_counts_it_and_the_event_is_sent_once() throws SQLException {
        assertThat(
                        SERVER.bean(MeterRegistry.class)
                                .get("nuancan.settlement.parked")
                                .gauge()
                                .value())
                .isEqualTo(1);
        assertThat(eventCount()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void when_the_cause_is_gone_the_next_close_releases_it() throws SQLException {
        run("alter table statement drop constraint trouble");
        close();

        assertThat(get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/settlement/parked").at("/items"))
                .isEmpty();
        assertThat(
                        get(
                                        Role.CITY_ADMIN,
                                        ScopeWords.city(),
                                        "/v1/settlement/days?from=" + DAY + "&to=" + DAY)
                                .at("/items/0/statements")
                                .asLong())
                .isEqualTo(3);
        assertThat(
                        get(Role.CITY_ADMIN, ScopeWords.city(), "/health")
                                .text("/details/settlement/status"))
                .isEqualTo("UP");
        assertThat(eventCount()).isEqualTo(1);
    }
}
