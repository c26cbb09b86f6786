package org.nuancan.finance.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.access.Role;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.FaultyProxy;
import org.nuancan.engine.TestDatabase;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Input 43 over a real network: the connections of a node are cut or swallowed while it closes a
/// day. The next close completes the day, each provider has one statement, and `verify` finds
/// nothing.
class BrokenNetworkCloseTest {

    private static final int CANTEENS = 12;
    private static final Duration SLOW = Duration.ofMillis(3);

    private static final Map<String, Object> SHORT =
            Map.of(
                    "nuancan.database.socket-timeout", "3s",
                    "nuancan.database.statement-timeout", "2s",
                    "nuancan.database.lock-wait", "1s",
                    "nuancan.database.pool-timeout", "1500ms",
                    "nuancan.database.connect-timeout", "1s",
                    "nuancan.database.session-timeout", "5s",
                    "nuancan.database.keepalive", "2s",
                    "nuancan.database.probe-interval", "300ms",
                    "nuancan.database.probe-timeout", "1s");

    /// What happens to the network while a day is closed.
    enum Fault {
        CUT_ONCE,
        CUT_AGAIN_AND_AGAIN,
        SWALLOWED,
        REFUSED,
        COMMITS_LOST,
        ANSWERS_TO_COMMITS_LOST
    }

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final FaultyProxy PROXY = FaultyProxy.of(DATABASE);
    private static final ServerUnderTest GOOD = ServerUnderTest.start(DATABASE, Map.of());
    private static final ServerUnderTest NEAR =
            ServerUnderTest.start(PROXY.through(DATABASE), SHORT);
    private static final Bookkeeper BOOKS = new Bookkeeper(GOOD);
    private static final AtomicInteger DAY = new AtomicInteger(0);
    private static final List<Canteen> CITY = canteens();

    private final LocalDate day = LocalDate.of(2026, 11, 1).plusDays(DAY.getAndIncrement());

    private static List<Canteen> canteens() {
        var canteens = new ArrayList<Canteen>();
        for (var i = 0; i < CANTEENS; i++) {
            canteens.add(BOOKS.canteen("110105012"));
        }
        return canteens;
    }

    @AfterAll
    static void end() {
        PROXY.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_close_whose_network_breaks_is_completed_by_the_next_one(Fault fault) throws Exception {
        sell();
        PROXY.delay(SLOW);
        if (fault == Fault.COMMITS_LOST || fault == Fault.ANSWERS_TO_COMMITS_LOST) {
            PROXY.cutCommits(4, fault == Fault.ANSWERS_TO_COMMITS_LOST);
        }

        var broken = CompletableFuture.supplyAsync(() -> close(NEAR));
        NodeProcess.await(() -> statements() > 0 || broken.isDone());
        breakNetwork(fault, broken);
        var answer = broken.get(60, TimeUnit.SECONDS);
        PROXY.heal();
        NodeProcess.await(() -> close(GOOD).status() == 200);

        assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
        if (answer.status() == 503) {
            assertThat(answer.header("Retry-After")).isPresent();
        }
        assertThat(providersWithOneStatement()).isEqualTo(CANTEENS);
        assertThat(statements()).isEqualTo(CANTEENS);
        assertThat(number("select count(*) as answer from parked_day")).isZero();
        assertThat(number("select sum(fen) as answer from posting")).isZero();
        assertThat(faults()).isEmpty();
        NodeProcess.await(() -> close(NEAR).status() == 200);
    }

    private void sell() {
        BOOKS.clock(day + "T12:00:00+08:00");
        for (var canteen : CITY) {
            var _ = BOOKS.lunch(canteen, day + "T04:00:00Z");
        }
        var next = day.plusDays(1) + "T03:00:00+08:00";
        BOOKS.clock(next);
        new Bookkeeper(NEAR).clock(next);
    }

    private static void breakNetwork(Fault fault, CompletableFuture<Reply> close) {
        switch (fault) {
            case CUT_ONCE -> PROXY.cut();
            case CUT_AGAIN_AND_AGAIN -> {
                for (var cut = 0; cut < 20 && !close.isDone(); cut++) {
                    PROXY.cut();
                }
            }
            case SWALLOWED -> PROXY.swallow();
            case REFUSED -> PROXY.refuse();
            case COMMITS_LOST, ANSWERS_TO_COMMITS_LOST -> {}
        }
    }

    private Reply close(ServerUnderTest node) {
        return node.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + day + "/close");
    }

    private long statements() {
        return number("select count(*) as answer from statement where statement_date = ?", day);
    }

    private long providersWithOneStatement() {
        return number(
                """
                select count(*) as answer
                  from (select provider_id from statement where statement_date = ?
                         group by provider_id having count(*) = 1) one
                """,
                day);
    }

    private static long number(String sql, Object... values) {
        return GOOD.bean(Transactions.class)
                .reading(connection ->
                        Sql.on(connection, sql).with(values).one(row -> row.number("answer")));
    }

    private static List<String> faults() {
        var first = new BusinessDay(LocalDate.of(2026, 11, 1));
        var last = new BusinessDay(LocalDate.of(2026, 11, 30));
        return GOOD.bean(ApplicationContext.class).getBeansOfType(Provable.class).stream()
                .flatMap(one -> one.show(first, last).faults().stream())
                .toList();
    }
}
