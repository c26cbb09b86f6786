package org.nuancan.finance.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Review of a statement by all levels over HTTP, and callers who must not review it.
class ReviewOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final String STREET = "110105012";
    private static final Bookkeeper BOOKS = new Bookkeeper(SERVER);
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Client FINANCE =
            SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district("110105"));
    private static final Client REVIEWER =
            SERVER.as(Role.STREET_OFFICER, ScopeWords.street(STREET));

    private static Canteen other = new Canteen("", "", "");
    private static int day = 1;

    private Canteen canteen = new Canteen("", "", "");
    private Client manager = CITY;
    private String path = "";
    private long order;

    @BeforeAll
    static void another_canteen() {
        BOOKS.clock("2026-12-01T12:00:00+08:00");
        other = BOOKS.canteen("110101001");
    }

    @BeforeEach
    void close_a_lunch() {
        var today = "2026-12-%02d".formatted(day);
        BOOKS.clock(today + "T12:00:00+08:00");
        canteen = BOOKS.canteen(STREET);
        manager =
                SERVER.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId())));
        order = BOOKS.lunch(canteen, today + "T04:00:00Z");
        day++;
        BOOKS.clock("2026-12-%02dT03:00:00+08:00".formatted(day));
        var closed = CITY.post("/v1/settlement/days/" + today + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        var found = CITY.get("/v1/statements?providerId=" + canteen.providerId());
        path = "/v1/statements/" + found.text("/items/0/statementId");
    }

    private static void ok(Reply reply, String state) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.text("/state")).isEqualTo(state);
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void provider_street_and_district_act_one_after_the_other_and_the_history_says_so() {
        refused(OFFICER.post(path + "/approve"), 409, "STATEMENT_STATE_REFUSED");
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        refused(manager.post(path + "/confirm", "{}"), 409, "STATEMENT_STATE_REFUSED");
        ok(REVIEWER.post(path + "/review", "{}"), "REVIEWED");
        ok(OFFICER.post(path + "/approve"), "APPROVED");

        var history = CITY.get(path + "/history?limit=3");
        assertThat(history.text("/items/1/act")).isEqualTo("CONFIRM");
        assertThat(history.text("/items/1/byDisplayName")).isEqualTo(history.text("/items/1/by"));
        assertThat(history.text("/items/1/from")).isEqualTo("CHECKED");
        assertThat(history.text("/items/1/to")).isEqualTo("CONFIRMED");
        assertThat(history.text("/items/2/streetCode")).isEqualTo(STREET);
        var rest = CITY.get(path + "/history?after=" + history.text("/next"));
        assertThat(rest.at("/items").size()).isEqualTo(1);
        assertThat(rest.text("/items/0/act")).isEqualTo("APPROVE");
    }

    @Test
    void a_return_needs_a_reason_and_goes_one_step_back() {
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        refused(REVIEWER.post(path + "/return", "{}"), 400, "REQUEST_INVALID");
        refused(
                OFFICER.post(path + "/return", Map.of("reason", "x")),
                409,
                "STATEMENT_STATE_REFUSED");
        ok(REVIEWER.post(path + "/return", Map.of("reason", "份数不符")), "CHECKED");
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        ok(REVIEWER.post(path + "/review"), "REVIEWED");
        ok(OFFICER.post(path + "/return", Map.of("reason", "请再看")), "CONFIRMED");
        ok(REVIEWER.post(path + "/review"), "REVIEWED");
        ok(OFFICER.post(path + "/approve"), "APPROVED");
        ok(FINANCE.post(path + "/return", Map.of("reason", "账户待核")), "REVIEWED");
    }

    @Test
    void a_stale_version_and_invalid_bodies_are_refused() {
        var version = manager.get(path).number("/version");
        refused(
                manager.post(path + "/confirm", Map.of("version", version - 1)),
                409,
                "STALE_VERSION");
        refused(manager.post(path + "/confirm", Map.of("version", "2")), 400, "REQUEST_INVALID");
        refused(manager.post(path + "/confirm", Map.of("version", 0)), 400, "REQUEST_INVALID");
        refused(manager.post(path + "/confirm", Map.of("other", 1)), 400, "REQUEST_INVALID");
        refused(manager.post(path + "/confirm", "[]"), 400, "REQUEST_INVALID");
        ok(manager.post(path + "/confirm", Map.of("version", version)), "CONFIRMED");
    }

    @Test
    void a_dispute_keeps_the_statement_waiting() {
        var noId = Map.of("orderId", "abc", "reason", "x");
        refused(manager.post(path + "/dispute", noId), 400, "REQUEST_INVALID");
        var disputed =
                manager.post(
                        path + "/dispute",
                        Map.of("orderId", Long.toString(order), "reason", "少算一份"));
        ok(disputed, "CHECKED");
        refused(manager.post(path + "/confirm"), 409, "STATEMENT_DISPUTED");
        refused(
                manager.post(
                        path + "/dispute", Map.of("orderId", Long.toString(order), "reason", "x")),
                409,
                "DISPUTE_EXISTS");
        var dispute = REVIEWER.get(path + "/disputes").text("/items/0/disputeId");
        var answer = Map.of("verdict", "REJECTED", "reason", "小票一致");

        ok(REVIEWER.post(path + "/disputes/" + dispute + "/resolve", answer), "CHECKED");

        refused(
                REVIEWER.post(path + "/disputes/" + dispute + "/resolve", answer),
                409,
                "STATEMENT_STATE_REFUSED");
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        assertThat(CITY.get(path + "/disputes").text("/items/0/answer")).isEqualTo("小票一致");
    }

    @Test
    void a_line_is_held_once_and_what_is_paid_is_net_of_it() {
        var line = "/lines/" + CITY.get(path + "/lines").text("/items/0/journalId");
        var why = Map.of("reason", "待核");

        var held = REVIEWER.post(path + line + "/hold", why);
        ok(held, "CHECKED");
        assertThat(held.number("/heldFen")).isEqualTo(800);
        refused(OFFICER.post(path + line + "/hold", why), 409, "LINE_HELD");
        assertThat(CITY.get(path + "/decisions").text("/items/0/state")).isEqualTo("HELD");
        var released = REVIEWER.post(path + line + "/release", why);
        assertThat(released.number("/heldFen")).isZero();
        refused(REVIEWER.post(path + line + "/release", why), 409, "LINE_NOT_HELD");
        ok(REVIEWER.post(path + line + "/recover", why), "CHECKED");
        refused(REVIEWER.post(path + line + "/hold", why), 422, "LINE_WITHOUT_GRANT");
        refused(REVIEWER.post(path + "/lines/1/hold", why), 404, "NOT_FOUND");
        assertThat(CITY.get(path).text("/contentHash"))
                .isEqualTo(manager.get(path).text("/contentHash"));
    }

    @Test
    void clean_statements_are_approved_together_and_others_are_named() {
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        ok(REVIEWER.post(path + "/review"), "REVIEWED");
        var id = path.substring(path.lastIndexOf('/') + 1);
        var clean =
                OFFICER.post("/v1/statement-approvals", Map.of("statementIds", List.of(id, "1")));
        assertThat(clean.at("/approved").toString()).isEqualTo("[\"" + id + "\"]");
        assertThat(clean.text("/refused/0/code")).isEqualTo("NOT_FOUND");

        close_a_lunch();
        var line = "/lines/" + CITY.get(path + "/lines").text("/items/0/journalId");
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        ok(REVIEWER.post(path + line + "/hold", Map.of("reason", "待核")), "CONFIRMED");
        ok(REVIEWER.post(path + "/review"), "REVIEWED");
        var held = path.substring(path.lastIndexOf('/') + 1);
        var notClean =
                OFFICER.post("/v1/statement-approvals", Map.of("statementIds", List.of(held)));
        assertThat(notClean.text("/refused/0/code")).isEqualTo("STATEMENT_NOT_CLEAN");
        ok(OFFICER.get(path), "REVIEWED");
        ok(OFFICER.post(path + "/approve"), "APPROVED");
    }

    @Test
    void queues_list_waiting_statements_by_level_with_their_waiting_time() {
        var own = manager.get("/v1/review-queue");
        assertThat(own.at("/items").size()).as(own.toString()).isEqualTo(1);
        assertThat(own.text("/items/0/level")).isEqualTo("PROVIDER");
        assertThat(own.at("/items/0/overdue").asBoolean()).isFalse();
        ok(manager.post(path + "/confirm"), "CONFIRMED");
        assertThat(manager.get("/v1/review-queue").at("/items").size()).isZero();
        var street = REVIEWER.get("/v1/review-queue?limit=500");
        assertThat(street.toString()).contains(path.substring(path.lastIndexOf('/') + 1));
        var elsewhere =
                SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105013"))
                        .get("/v1/review-queue");
        assertThat(elsewhere.at("/items").size()).isZero();
        // Two working days later, and one more.
        BOOKS.clock("2026-12-%02dT12:00:00+08:00".formatted(Math.min(31, day + 6)));
        var late = OFFICER.get("/v1/review-queue/ageing");
        assertThat(late.number("/items/1/overdue")).as(late.toString()).isPositive();
        assertThat(late.text("/items/1/level")).isEqualTo("STREET");
        BOOKS.clock("2026-12-%02dT03:00:00+08:00".formatted(day));
    }

    /// Every review operation, called by users who may not see the statement.
    @Test
    void callers_cannot_see_or_change_statements_of_others() {
        var line = "/lines/" + CITY.get(path + "/lines").text("/items/0/journalId");
        var strangers =
                Map.of(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(other.providerId())),
                        Role.STREET_OFFICER,
                        ScopeWords.street("110105013"),
                        Role.DISTRICT_OFFICER,
                        ScopeWords.district("110101"),
                        Role.DISTRICT_FINANCE,
                        ScopeWords.district("110101"));
        var why = Map.of("reason", "x");
        for (var stranger : strangers.entrySet()) {
            var caller = SERVER.as(stranger.getKey(), stranger.getValue());
            for (var read : List.of("", "/lines", "/history", "/disputes", "/decisions")) {
                assertThat(caller.get(path + read).status())
                        .as(stranger + " GET " + read)
                        .isEqualTo(404);
            }
            for (var act : List.of("/confirm", "/review", "/approve")) {
                assertThat(caller.post(path + act, "{}").status())
                        .as(stranger + " POST " + act)
                        .isIn(403, 404);
            }
            for (var act :
                    List.of("/return", line + "/hold", line + "/release", line + "/recover")) {
                assertThat(caller.post(path + act, why).status())
                        .as(stranger + " POST " + act)
                        .isIn(403, 404);
            }
            assertThat(
                            caller.post(
                                            path + "/dispute",
                                            Map.of("orderId", Long.toString(order), "reason", "x"))
                                    .status())
                    .isIn(403, 404);
            assertThat(caller.get("/v1/review-queue?limit=500").toString())
                    .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
        }
        ok(CITY.get(path), "CHECKED");
        assertThat(CITY.get(path).number("/version")).isEqualTo(2);
    }

    @Test
    void the_same_step_sent_by_twenty_at_once_is_taken_once() throws Exception {
        var line = "/lines/" + CITY.get(path + "/lines").text("/items/0/journalId");
        var why = Map.of("reason", "x");

        assertThat(taken(() -> REVIEWER.post(path + line + "/hold", why))).isEqualTo(1);
        assertThat(taken(() -> REVIEWER.post(path + line + "/recover", why))).isEqualTo(1);
        assertThat(taken(() -> manager.post(path + "/confirm"))).isEqualTo(1);
        assertThat(taken(() -> REVIEWER.post(path + "/review"))).isEqualTo(1);
        assertThat(taken(() -> OFFICER.post(path + "/approve"))).isEqualTo(1);
        assertThat(CITY.get(path + "/history").at("/items").size()).isEqualTo(6);
    }

    private static long taken(Callable<Reply> step) throws Exception {
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Reply>>();
            for (var i = 0; i < 20; i++) {
                tries.add(
                        threads.submit(() -> {
                            ready.await();
                            return step.call();
                        }));
            }
            ready.countDown();
            var done = 0L;
            for (var one : tries) {
                var status = one.get().status();
                assertThat(status).isIn(200, 409, 422);
                if (status == 200) {
                    done++;
                }
            }
            return done;
        }
    }
}
