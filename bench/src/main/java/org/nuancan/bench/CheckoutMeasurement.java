package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuancan.db.embedded.EmbeddedRedis;

/// How many checkouts a second one node sells over HTTP, and how long each takes: a closed loop
/// over a number of connections, every sale durable before its answer.
///
/// @param jdbc a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param connections how many tills ask at once
/// @param checkouts how many are measured, after a tenth of them to warm up
record CheckoutMeasurement(String jdbc, int connections, int checkouts) {

    private static final int SITES = 40;

    /// Measures, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var schema = "nuancan_bench_" + ProcessHandle.current().pid();
        execute("create database " + schema + " character set utf8mb4");
        try (var redis = EmbeddedRedis.start(Files.createTempDirectory("nuancan-bench-redis"));
                var http = HttpClient.newHttpClient();
                var node = Node.start(http, settings(schema, redis))) {
            var elders = checkouts / 4;
            var lunch = Lunch.prepared(http, node.address(), SITES, elders);
            var next = new AtomicInteger();
            var _ = load(lunch, next, checkouts / 10);
            var started = System.nanoTime();
            var latencies = load(lunch, next, checkouts);
            report(out, latencies, System.nanoTime() - started);
        } finally {
            execute("drop database " + schema);
        }
    }

    private Map<String, String> settings(String schema, EmbeddedRedis redis) {
        return Map.of(
                "NUANCAN_DB_URL",
                jdbc
                        + schema
                        + "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                        + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                        + "&cachePrepStmts=true&cacheServerConfiguration=true",
                "NUANCAN_DB_USER",
                "root",
                "NUANCAN_DB_PASSWORD",
                "",
                "NUANCAN_REDIS",
                redis.uri());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbc, "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Each elder eats four times in all: once at a reduced price, then at the full one.
    private long[] load(Lunch lunch, AtomicInteger next, int count)
            throws InterruptedException, ExecutionException {
        var last = next.get() + count;
        var futures = new ArrayList<Future<List<Long>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < connections; i++) {
                futures.add(threads.submit(() -> sell(lunch, next, last)));
            }
        }
        var latencies = new ArrayList<Long>();
        for (var future : futures) {
            latencies.addAll(future.get());
        }
        next.set(last);
        return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static List<Long> sell(Lunch lunch, AtomicInteger next, int last) {
        var latencies = new ArrayList<Long>();
        for (var number = next.getAndIncrement(); number < last; number = next.getAndIncrement()) {
            var card = lunch.cards().get(number % lunch.cards().size());
            var till = lunch.tills().get(number % lunch.tills().size());
            var meal = Lunch.meal(card, number < lunch.cards().size());
            var began = System.nanoTime();
            var _ = till.post("/v1/pos/checkouts", meal);
            latencies.add(System.nanoTime() - began);
        }
        return latencies;
    }

    private void report(PrintStream out, long[] sorted, long tookNanos) throws IOException {
        var perSecond = sorted.length * 1_000_000_000L / tookNanos;
        var p50 = sorted[sorted.length / 2] / 1000;
        var p99 = sorted[sorted.length * 99 / 100] / 1000;
        out.printf(
                "%,d checkouts over %d connections: %,d a second, p50 %,d µs, p99 %,d µs, max %,d µs%n",
                sorted.length,
                connections,
                perSecond,
                p50,
                p99,
                Arrays.stream(sorted).max().orElse(0) / 1000);
        var results = Path.of("bench", "results");
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("checkout.json"),
                """
                {"connections": %d, "checkouts": %d, "took_ms": %d, "per_second": %d,
                 "p50_us": %d, "p99_us": %d}
                """
                        .formatted(
                                connections,
                                sorted.length,
                                Duration.ofNanos(tookNanos).toMillis(),
                                perSecond,
                                p50,
                                p99));
    }
}
