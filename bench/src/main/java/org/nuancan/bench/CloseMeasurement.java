package org.nuancan.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.nuancan.bench.nightly.BooksOfADay;
import org.nuancan.bench.nightly.ChunkJob;
import org.nuancan.bench.nightly.GroupBy;

/// Measures how long the close of a day takes in a separate process with 512 MiB of heap, including
/// its start; compared with one `GROUP BY` over the same books, and Spring Batch over the same
/// rows.
///
/// @param books of the day
/// @param fresh whether to create the books anew
/// @param baselines to measure: `group-by`, `spring-batch`
record CloseMeasurement(BooksOfADay books, boolean fresh, Set<String> baselines) {

    /// Measures, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws Exception {
        var report = new Report("close").raw("orders", books.orders());
        books.prepare(fresh);
        var closed = ClosingProcess.close(books.url(), BooksOfADay.DAY);
        report.raw("close_ms", closed.took().toMillis()).raw("answer", closed.answer());
        report.raw("largest_heap_mib", closed.heapMib());
        report.line(
                "close of %,d orders, s".formatted(books.orders()),
                seconds(closed.took()),
                "the issue's limit 60",
                closed.took().toMillis() / 60_000.0,
                "< 1");
        report.line(
                "  largest heap under " + ClosingProcess.HEAP + ", MiB",
                Long.toString(closed.heapMib()));
        out.println(closed.answer());
        if (baselines.contains("group-by")) {
            var best = groupBy(report);
            report.line(
                    "  ÷ GROUP BY",
                    "",
                    "group by %s s".formatted(seconds(best)),
                    ratio(closed.took(), best),
                    "≤ 4");
        }
        if (baselines.contains("spring-batch")) {
            var took = ChunkJob.time(books.url(), BooksOfADay.DAY.date());
            report.raw("spring_batch_ms", took.toMillis());
            report.line(
                    "  ÷ Spring Batch",
                    "",
                    "spring batch %s s".formatted(seconds(took)),
                    ratio(closed.took(), took),
                    "≤ 0.25");
        }
        report.print(out);
    }

    /// The better of two runs, since the first may read from disk.
    private Duration groupBy(Report report) throws SQLException {
        try (var connection = books.connect()) {
            var first = GroupBy.time(connection, BooksOfADay.DAY.date());
            var second = GroupBy.time(connection, BooksOfADay.DAY.date());
            report.raw("group_by_ms", List.of(first.toMillis(), second.toMillis()));
            return first.compareTo(second) < 0 ? first : second;
        }
    }

    private static double ratio(Duration close, Duration baseline) {
        return (double) close.toMillis() / baseline.toMillis();
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }
}
