package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nuancan.bench.nightly.BooksOfADay;
import org.nuancan.bench.nightly.ChunkJob;
import org.nuancan.bench.nightly.GroupBy;

/// How long the close of a day takes in a process of its own with 512 MiB of heap, its start
/// included; beside one `GROUP BY` over the same books, and Spring Batch over the same rows.
///
/// @param books of the day
/// @param fresh whether to make them anew
/// @param baselines which are measured: `group-by`, `spring-batch`
record CloseMeasurement(BooksOfADay books, boolean fresh, Set<String> baselines) {

    private static final String HEAP = "-Xmx512m";

    /// Measures, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws Exception {
        var report = new Report("close").raw("orders", books.orders());
        books.prepare(fresh);
        var closed = close();
        report.raw("close_ms", closed.took.toMillis()).raw("answer", closed.answer);
        report.raw("largest_heap_mib", closed.heapMib);
        report.line(
                "close of %,d orders, s".formatted(books.orders()),
                seconds(closed.took),
                "the issue's limit 60",
                closed.took.toMillis() / 60_000.0,
                "< 1");
        report.line("  largest heap under " + HEAP + ", MiB", Long.toString(closed.heapMib));
        out.println(closed.answer);
        if (baselines.contains("group-by")) {
            var best = groupBy(report);
            report.line(
                    "  ÷ GROUP BY",
                    "",
                    "group by %s s".formatted(seconds(best)),
                    ratio(closed.took, best),
                    "≤ 4");
        }
        if (baselines.contains("spring-batch")) {
            var took = ChunkJob.time(books.url(), BooksOfADay.DAY.date());
            report.raw("spring_batch_ms", took.toMillis());
            report.line(
                    "  ÷ Spring Batch",
                    "",
                    "spring batch %s s".formatted(seconds(took)),
                    ratio(closed.took, took),
                    "≤ 0.25");
        }
        report.print(out);
    }

    /// The better of two, so that the first one's reading from disk is not its baseline.
    private Duration groupBy(Report report) throws SQLException {
        try (var connection = books.connect()) {
            var first = GroupBy.time(connection, BooksOfADay.DAY.date());
            var second = GroupBy.time(connection, BooksOfADay.DAY.date());
            report.raw("group_by_ms", List.of(first.toMillis(), second.toMillis()));
            return first.compareTo(second) < 0 ? first : second;
        }
    }

    private static double ratio(Duration ours, Duration theirs) {
        return (double) ours.toMillis() / theirs.toMillis();
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }

    private record Closed(Duration took, String answer, long heapMib) {}

    private Closed close() throws IOException, InterruptedException {
        var collections = Files.createTempFile("nuancan-bench-gc", ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add(HEAP);
        command.add("-Xlog:gc:file=" + collections);
        command.addAll(Node.extra());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "org.nuancan.close.CloseCommand",
                        "close",
                        "--date",
                        BooksOfADay.DAY.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("NUANCAN_DB_URL", books.url());
        builder.environment().put("NUANCAN_DB_USER", "root");
        builder.environment().put("NUANCAN_DB_PASSWORD", "");
        var log = Files.createTempFile("nuancan-bench-close", ".log");
        var began = System.nanoTime();
        var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the close failed; see " + log);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        // Between the lines of the log.
        var answer =
                Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("{\"date\""))
                        .findFirst()
                        .orElseThrow();
        Files.delete(log);
        return new Closed(took, answer, largestHeap(collections));
    }

    /// The most that was in use when a collection began, as the log of the collector says: `Pause
    /// Young (Normal) (G1 Evacuation Pause) 123M->45M(512M) 3.2ms`.
    private static long largestHeap(Path collections) throws IOException {
        try (var lines = Files.lines(collections)) {
            return lines.filter(line -> line.contains("M->"))
                    .map(line -> line.substring(0, line.indexOf("M->")))
                    .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                    .max()
                    .orElse(0);
        }
    }
}
