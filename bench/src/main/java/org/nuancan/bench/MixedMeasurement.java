package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.floor.Floor;
import org.nuancan.bench.load.Load;
import org.nuancan.bench.load.Played;
import org.nuancan.bench.nightly.Reopening;
import org.nuancan.day.BusinessDay;
import org.nuancan.engine.EmbeddedRedis;

/// Measures a lunch beside other work: tills that sell, tills that only request quotes, and the
/// close of yesterday in a separate process, all on one machine.
///
/// @param options as for checkouts; three of four connections sell, one requests quotes
/// @param orders number of orders of yesterday
record MixedMeasurement(CheckoutOptions options, int orders) {

    private static final int WRITERS = 4;
    private static final int A_TRANSACTION = 1_000;

    /// The results of the two kinds of tills.
    private record Both(Played sold, Played asked) {}

    /// Measures, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var database = options.database();
        var _ = database.prepare(City.WHOLE, options.fresh());
        var yesterday = BusinessDay.of(Instant.now()).previous();
        database.forgetSales();
        Lunches lunches;
        try (var connection = database.connect()) {
            Reopening.allow(connection);
            Reopening.of(connection, yesterday);
            lunches = Lunches.in(City.WHOLE, connection);
        }
        new Floor(database, City.WHOLE, lunches, yesterday).store(orders, A_TRANSACTION, WRITERS);
        var report = new Report("mixed").raw("options", options.toString()).raw("orders", orders);
        var keys = Files.createTempFile("nuancan-bench-keys", ".json");
        try (var redis = EmbeddedRedis.start(Files.createTempDirectory("nuancan-bench-redis"));
                var http = HttpClient.newHttpClient();
                var node = new Place(database, redis.uri(), http, keys).mealApi()) {
            var tills = Tills.signedIn(http, node.address(), City.WHOLE);
            measure(new Shop(node.address(), tills, lunches), yesterday, report);
        }
        report.print(out);
    }

    private void measure(Shop shop, BusinessDay yesterday, Report report)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var _ = load(shop, "warm", options.warm());
        var before = load(shop, "before", options.time());
        var alone = ClosingProcess.close(options.database().url(), yesterday);
        try (var connection = options.database().connect()) {
            Reopening.of(connection, yesterday);
        }
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ClosingProcess.Closed> close =
                    () -> ClosingProcess.close(options.database().url(), yesterday);
            var closing = beside.submit(close);
            var during = load(shop, "during", options.time());
            write(report, before, during, alone, closing.get());
        }
    }

    private Both load(Shop shop, String run, Duration time)
            throws InterruptedException, ExecutionException {
        var asking = Math.max(1, options.connections() / 4);
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Played> quotes =
                    () -> new Load(shop.address(), asking).closed(shop.quotes(), time);
            Future<Played> asked = beside.submit(quotes);
            var sold =
                    new Load(shop.address(), options.connections() - asking)
                            .closed(shop.calls(run), time);
            return new Both(sold, asked.get());
        }
    }

    private void write(
            Report report,
            Both before,
            Both during,
            ClosingProcess.Closed alone,
            ClosingProcess.Closed beside) {
        report.raw("before: sold", Report.figures(before.sold));
        report.raw("before: asked", Report.figures(before.asked));
        report.raw("during: sold", Report.figures(during.sold));
        report.raw("during: asked", Report.figures(during.asked));
        compare(report, "checkouts/s", before.sold.perSecond(), during.sold.perSecond());
        compare(report, "  p99 ms", millis(before.sold), millis(during.sold));
        compare(report, "quotes/s", before.asked.perSecond(), during.asked.perSecond());
        compare(report, "  p99 ms", millis(before.asked), millis(during.asked));
        report.line(
                "close of %,d orders beside them, s".formatted(orders),
                "%.1f".formatted(beside.took().toMillis() / 1000.0),
                "alone %.1f s".formatted(alone.took().toMillis() / 1000.0),
                (double) beside.took().toMillis() / alone.took().toMillis(),
                "");
    }

    private static void compare(Report report, String what, double before, double during) {
        report.line(
                what + ", beside a close",
                "%,.0f".formatted(during),
                "without it %,.0f".formatted(before),
                during / before,
                "");
    }

    private static double millis(Played played) {
        return played.microseconds(99) / 1000;
    }
}
