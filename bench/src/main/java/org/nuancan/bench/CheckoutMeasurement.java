package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.CityDatabase;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.floor.Floor;
import org.nuancan.bench.load.Load;
import org.nuancan.bench.load.Played;
import org.nuancan.day.BusinessDay;
import org.nuancan.engine.EmbeddedRedis;

/// Measures how many checkouts a second are sold over HTTP, each durable before its answer, and
/// their latency: by this design, by the textbook's, and how many sales the database itself can
/// write.
final class CheckoutMeasurement {

    private static final List<Integer> BATCHES = List.of(64, 256, 1_000);
    private static final List<Integer> THREADS = List.of(1, 2, 4);
    private static final int LARGEST = 1_000;
    private static final int WRITERS = 4;
    private static final int CREATED = 201;

    private final CheckoutOptions options;
    private final CityDatabase database;
    private final Lunches lunches;
    private final PrintStream out;
    private final Report report = new Report("checkout");

    private CheckoutMeasurement(
            CheckoutOptions options, CityDatabase database, Lunches lunches, PrintStream out) {
        this.options = options;
        this.database = database;
        this.lunches = lunches;
        this.out = out;
    }

    /// Measures and prints a table.
    static void run(CheckoutOptions options, PrintStream out)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var database = options.database();
        if (database.prepare(City.WHOLE, options.fresh())) {
            out.println("The city was made; later runs use it again.");
        }
        new CheckoutMeasurement(options, database, lunches(database), out).run();
    }

    private static Lunches lunches(CityDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Lunches.in(City.WHOLE, connection);
        }
    }

    /// The results of one contestant.
    ///
    /// @param busy with all connections
    /// @param lone with one connection
    record Sold(Played busy, Played lone) {}

    private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        report.raw("options", options.toString());
        var floor = options.plays("floor") ? List.of(floor()) : List.<Floor.Speed>of();
        var keys = Files.createTempFile("nuancan-bench-keys", ".json");
        try (var redis = EmbeddedRedis.start(Files.createTempDirectory("nuancan-bench-redis"));
                var http = HttpClient.newHttpClient()) {
            var place = new Place(database, redis.uri(), http, keys);
            var mealApi = ours(place, 0);
            report.line(
                    "checkouts/s, " + options.connections() + " connections",
                    "%,.0f".formatted(mealApi.busy.perSecond()));
            for (var speed : floor) {
                report.line(
                        "  ÷ floor (all rows of an order)",
                        "",
                        "floor %,.0f /s".formatted(speed.perSecond()),
                        mealApi.busy.perSecond() / speed.perSecond(),
                        "≥ 0.25, aim 0.4");
            }
            if (options.stored() > 0) {
                stored(place, mealApi);
            }
            if (options.plays("textbook")) {
                var baseline = theirs(place);
                report.line(
                        "  ÷ textbook",
                        "",
                        "textbook %,.0f /s".formatted(baseline.busy.perSecond()),
                        mealApi.busy.perSecond() / baseline.busy.perSecond(),
                        "≥ 4");
                report.line(
                        "lone checkout, mean µs",
                        "%,.0f".formatted(mealApi.lone.meanMicroseconds()),
                        "textbook %,.0f".formatted(baseline.lone.meanMicroseconds()),
                        mealApi.lone.meanMicroseconds() / baseline.lone.meanMicroseconds(),
                        "≤ 1.0");
            }
        }
        report.print(out);
    }

    /// Measures again with orders of earlier days in the tables.
    private void stored(Place place, Sold none)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var full = ours(place, options.stored());
        report.line(
                "checkouts/s, %,d orders stored".formatted(options.stored()),
                "%,.0f".formatted(full.busy.perSecond()),
                "none stored %,.0f /s".formatted(none.busy.perSecond()),
                full.busy.perSecond() / none.busy.perSecond(),
                "≥ 0.85");
    }

    private Floor.Speed floor() throws SQLException, InterruptedException, ExecutionException {
        database.forgetSales();
        var today = BusinessDay.of(Instant.now());
        var floor = new Floor(database, City.WHOLE, lunches, today);
        var _ = floor.measure(BATCHES.getFirst(), 2, options.trial());
        var speeds = new ArrayList<Floor.Speed>();
        for (var batch : BATCHES) {
            for (var threads : THREADS) {
                speeds.add(floor.measure(batch, threads, options.trial()));
                out.println("floor " + speeds.getLast());
            }
        }
        var best =
                speeds.stream()
                        .max(Comparator.comparingDouble(Floor.Speed::perSecond))
                        .orElseThrow();
        report.raw("floor", speeds.stream().map(Floor.Speed::toString).toList());
        return best;
    }

    private Sold ours(Place place, long stored)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        database.forgetSales();
        if (stored > 0) {
            new Floor(database, City.WHOLE, lunches, longAgo()).store(stored, LARGEST, WRITERS);
        }
        var who = stored > 0 ? "ours, %,d stored".formatted(stored) : "ours";
        try (var node = place.mealApi()) {
            Files.writeString(place.keys(), new Api(place.http(), node.address(), "").get("/keys"));
            var tills = Tills.signedIn(place.http(), node.address(), City.WHOLE);
            var shop = new Shop(node.address(), tills, lunches);
            var sold = measure(who, shop);
            if (stored == 0) {
                tail(shop, sold.busy);
            }
            return sold;
        }
    }

    /// Before every window of every limit, so that no counter has to be computed from the stored
    /// orders.
    private static BusinessDay longAgo() {
        return new BusinessDay(BusinessDay.of(Instant.now()).date().minusDays(400));
    }

    /// The tail of latencies at half the peak, compared with that of a durable insert.
    private void tail(Shop shop, Played peak) throws SQLException, InterruptedException {
        var commits =
                new Floor(database, City.WHOLE, lunches, BusinessDay.of(Instant.now()))
                        .commits(options.trial());
        var rate = peak.perSecond() / 2;
        var load = new Load(shop.address(), options.connections());
        // Groups smaller than at the peak use other paths of the code.
        note(
                "ours, half the peak, warming up",
                load.open(shop.calls("half"), rate, options.trial()));
        var played = load.open(shop.calls("open"), rate, options.time());
        note("ours, open loop at %,.0f /s".formatted(rate), played);
        report.raw("commit", Report.figures(commits));
        report.line(
                "p99 µs at half the peak (open loop)",
                "%,.0f".formatted(played.microseconds(99)),
                "one insert p99 %,.0f".formatted(commits.getValueAtPercentile(99) / 1000.0),
                played.microseconds(99) * 1000 / commits.getValueAtPercentile(99),
                "≤ 4");
    }

    private Sold theirs(Place place)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        // Another node signs the tokens; it has ended before this one is measured.
        Tills tills;
        try (var node = place.mealApi()) {
            tills = Tills.signedIn(place.http(), node.address(), City.WHOLE);
        }
        database.forgetSales();
        try (var node = place.textbook()) {
            return measure("textbook", new Shop(node.address(), tills, lunches));
        }
    }

    private Sold measure(String who, Shop shop)
            throws SQLException, InterruptedException, ExecutionException {
        var broken = Scenario.play(shop::till, lunches, who, CheckoutOptions.scenario());
        if (!broken.isEmpty()) {
            throw new IllegalStateException(who + " does not keep: " + broken);
        }
        report.raw(who + ": rows of the scenario", database.soldRows());
        out.printf("%s: scenario kept, rows %s%n", who, database.soldRows());
        var load = new Load(shop.address(), options.connections());
        note(who + ", warming up", load.closed(shop.calls("warm"), options.warm()));
        var busy = load.closed(shop.calls("busy"), options.time());
        note(who + ", closed loop", busy);
        rest();
        var lone =
                new Load(shop.address(), 1)
                        .closed(shop.calls("lone"), options.trial().multipliedBy(2));
        note(who + ", one connection", lone);
        return new Sold(busy, lone);
    }

    /// Waits until the database has written the pages of the loop before to disk. One design leaves
    /// five times as many as the other, and this must not affect the single checkout.
    private static void rest() {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void note(String what, Played played) {
        report.raw(what, Report.figures(played));
        out.printf(
                "%s: %,.0f /s, p50 %,.0f µs, p99 %,.0f µs, max %,.0f µs, statuses %s, unsent %,d%n",
                what,
                played.perSecond(),
                played.microseconds(50),
                played.microseconds(99),
                played.microseconds(100),
                played.statuses(),
                played.waits().unsent());
        if (played.otherThan(CREATED) > 0) {
            report.line(
                    "not sold: " + what,
                    "%s, unsent %,d".formatted(played.statuses(), played.waits().unsent()));
        }
    }
}
