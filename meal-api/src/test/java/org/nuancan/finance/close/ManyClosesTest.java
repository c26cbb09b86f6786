package org.nuancan.finance.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.engine.TestDatabase;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Administrators who close many days at once, on a node with few connections.
class ManyClosesTest {

    private static final int CLOSES = 40;
    private static final int DAYS = 10;
    private static final ServerUnderTest SERVER =
            ServerUnderTest.start(Map.of("datasources.default.maximum-pool-size", 6));

    @Test
    void closes_wait_without_a_connection_and_tills_go_on_selling() throws Exception {
        var books = new Bookkeeper(SERVER);
        var canteen = books.canteen("110105012");
        for (var day = 1; day <= DAYS; day++) {
            books.clock("2026-11-%02dT12:00:00+08:00".formatted(day));
            books.lunch(canteen, "2026-11-%02dT04:00:00Z".formatted(day));
        }
        books.clock("2026-11-11T12:00:00+08:00");
        var admin = SERVER.as(Role.CITY_ADMIN);
        var start = new CountDownLatch(CLOSES);
        var left = new AtomicInteger(CLOSES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var closes = new ArrayList<Future<Reply>>();
            for (var close = 0; close < CLOSES; close++) {
                var path = "/v1/settlement/days/2026-11-%02d/close".formatted(1 + close % DAYS);
                closes.add(
                        threads.submit(() -> {
                            start.countDown();
                            start.await();
                            try {
                                return admin.post(path);
                            } finally {
                                left.decrementAndGet();
                            }
                        }));
            }
            var sold = 0;
            var slowest = 0L;
            while (left.get() > 0) {
                var began = System.nanoTime();
                books.lunch(canteen, "2026-11-11T04:00:00Z");
                slowest = Math.max(slowest, System.nanoTime() - began);
                sold++;
            }
            var answers = new TreeMap<Integer, Integer>();
            for (var close : closes) {
                answers.merge(close.get().status(), 1, Integer::sum);
            }
            assertThat(answers).containsOnlyKeys(200);
            assertThat(sold).isPositive();
            // A connection was never waited for as long as the pool lets one wait.
            assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(5_000);
        }
        var days = admin.get("/v1/settlement/days?to=2026-11-10").at("/items");
        assertThat(days).hasSize(DAYS);
        assertThat(days).allMatch(day -> day.at("/state").asText().equals("CLOSED"));
        assertThat(days).allMatch(day -> day.at("/statements").asLong() == 1);
    }

    /// Another node's close holds the lock for longer than callers are let wait.
    @Test
    void a_close_that_waits_too_long_is_to_be_asked_again() throws Exception {
        var database = TestDatabase.fresh();
        var server = ServerUnderTest.start(database, Map.of("nuancan.close.wait", "100ms"));
        try (var other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            var _ =
                    statement.execute(
                            "select get_lock(concat('close ', left(sha2(database(), 256), 40)), 1)");

            var busy = server.as(Role.CITY_ADMIN).post("/v1/settlement/days/2026-11-10/close");

            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.code()).isEqualTo("BUSY");
            assertThat(busy.header("Retry-After")).contains("10");
        }
        var closed = server.as(Role.CITY_ADMIN).post("/v1/settlement/days/2026-11-10/close");
        assertThat(closed.status()).isEqualTo(200);
    }
}
