package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Migrate;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.MealPostings;
import org.nuancan.ledger.Sold;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.Taken;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.FundingPart;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Refusal;
import org.nuancan.policy.RefusalReason;
import org.nuancan.policy.Side;

/// How long the close of a day takes in a process of its own with 512 MiB of heap, its start
/// included.
///
/// @param jdbc a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param orders of the day
/// @param providers over whom they are spread
/// @param day one that is over
record CloseMeasurement(String jdbc, int orders, int providers, BusinessDay day) {

    private static final String OPTIONS =
            "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true";
    private static final int IN_ONE_TRANSACTION = 2000;

    /// Measures, prints a line, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws IOException, SQLException, InterruptedException {
        var schema = "nuancan_bench_close_" + ProcessHandle.current().pid();
        execute("create database " + schema + " character set utf8mb4");
        try {
            var url = jdbc + schema + OPTIONS;
            var _ = Migrate.migrate(url, "root", "");
            var seeding = System.nanoTime();
            seed(url);
            var seeded = Duration.ofNanos(System.nanoTime() - seeding);
            out.printf(
                    "%,d orders of %,d providers booked in %,d s%n",
                    orders, providers, seeded.toSeconds());
            var started = System.nanoTime();
            var answer = close(url);
            report(out, answer, Duration.ofNanos(System.nanoTime() - started));
        } finally {
            execute("drop database " + schema);
        }
    }

    private void seed(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "root", "")) {
            connection.setAutoCommit(false);
            try (var opening = connection.createStatement()) {
                opening.executeUpdate(
                        "insert into business_day (day, state) values ('" + day + "', 'OPEN')");
            }
            var ledger = new Ledger();
            for (var from = 0; from < orders; from += IN_ONE_TRANSACTION) {
                ledger.post(
                        connection, journals(from, Math.min(orders, from + IN_ONE_TRANSACTION)));
                connection.commit();
            }
        }
    }

    private List<Journal> journals(int from, int to) {
        var journals = new ArrayList<Journal>();
        for (var order = from; order < to; order++) {
            var provider = 1 + order % providers;
            var at = day.begins().plusSeconds(11 * 3600).plusMillis(order);
            journals.add(
                    new Journal(
                            order + 1L,
                            JournalKind.MEAL,
                            Cause.order(order + 1L),
                            Subject.order(order + 1L, provider, "110105", "110105"),
                            new Dates(day, day, at),
                            List.of(new Refusal("BJ-OTHER", 1, RefusalReason.WHO)),
                            MealPostings.of(provider, lunch(order))));
        }
        return journals;
    }

    /// 18.00 and a few fen that differ from order to order; two payers and a flow subsidy.
    private static Sold lunch(int order) {
        var gross = 1800 + order % 700;
        return new Sold(
                Fen.of(gross),
                List.of(
                        grant("BJ-DINER", Side.DINER, part("11", 250), part("110105", 250)),
                        grant("BJ-FLOW", Side.PROVIDER, part("11", 300))),
                List.of(
                        new Taken(
                                order % 3 == 0 ? TenderType.ALLOWANCE : TenderType.CASH,
                                Fen.of(gross - 500))),
                Fen.ZERO,
                Fen.ZERO);
    }

    private static Grant grant(String code, Side side, FundingPart... parts) {
        var fen = Fen.sum(List.of(parts).stream().map(FundingPart::fen).toList());
        return new Grant(code, 1, side, fen, List.of(parts));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    private String close(String url) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "org.nuancan.close.CloseCommand",
                        "close",
                        "--date",
                        day.toString());
        builder.environment().put("NUANCAN_DB_URL", url);
        builder.environment().put("NUANCAN_DB_USER", "root");
        builder.environment().put("NUANCAN_DB_PASSWORD", "");
        var log = Files.createTempFile("nuancan-bench-close", ".log");
        var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the close failed; see " + log);
        }
        var lines = Files.readAllLines(log);
        Files.delete(log);
        // Between the lines of the log.
        return lines.stream()
                .filter(line -> line.startsWith("{\"date\""))
                .findFirst()
                .orElseThrow();
    }

    private void report(PrintStream out, String answer, Duration took) throws IOException {
        out.printf("closed in %,d ms with 512 MiB of heap: %s%n", took.toMillis(), answer);
        var results = Path.of("bench", "results");
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("close-" + orders + ".json"),
                """
                {"orders": %d, "providers": %d, "heap_mib": 512, "took_ms": %d, "answer": %s}
                """
                        .formatted(orders, providers, took.toMillis(), answer));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc, "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
