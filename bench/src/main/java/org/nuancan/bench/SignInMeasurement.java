package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.load.Load;
import org.nuancan.bench.load.Played;
import org.nuancan.engine.EmbeddedRedis;

/// Measures checkouts per second while 200 connections send wrong sign-ins, and compares them with
/// the checkouts per second without wrong sign-ins.
final class SignInMeasurement {

    private static final int GUESSERS = 200;

    private final CheckoutOptions options;
    private final Report report = new Report("sign-ins");

    SignInMeasurement(CheckoutOptions options) {
        this.options = options;
    }

    /// Measures and prints a table.
    void run(PrintStream out)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var database = options.database();
        if (database.prepare(City.WHOLE, options.fresh())) {
            out.println("The city was made; later runs use it again.");
        }
        database.forgetSales();
        var keys = Files.createTempFile("nuancan-bench-keys", ".json");
        try (var connection = database.connect();
                var redis = EmbeddedRedis.start(Files.createTempDirectory("nuancan-bench-redis"));
                var http = HttpClient.newHttpClient();
                var node = new Place(database, redis.uri(), http, keys).mealApi()) {
            var tills = Tills.signedIn(http, node.address(), City.WHOLE);
            var shop = new Shop(node.address(), tills, Lunches.in(City.WHOLE, connection));
            measure(shop, out);
        }
        report.print(out);
    }

    private void measure(Shop shop, PrintStream out) throws IOException {
        var load = new Load(shop.address(), options.connections());
        note("warming up", load.closed(shop.calls("warm"), options.warm()), out);
        var alone = load.closed(shop.calls("alone"), options.time());
        note("alone", alone, out);
        try (var guesses = Guesses.at(shop.address(), GUESSERS)) {
            var beside = load.closed(shop.calls("beside"), options.time());
            note("beside wrong sign-ins", beside, out);
            out.println("wrong sign-ins by status: " + guesses.statuses());
            report.raw("wrong sign-ins by status", guesses.statuses());
            report.line(
                    "checkouts/s beside %d connections of wrong sign-ins".formatted(GUESSERS),
                    "%,.0f".formatted(beside.perSecond()),
                    "alone %,.0f /s".formatted(alone.perSecond()),
                    beside.perSecond() / alone.perSecond(),
                    "≥ 0.5");
        }
    }

    private void note(String what, Played played, PrintStream out) {
        report.raw(what, Report.figures(played));
        out.printf(
                "%s: %,.0f /s, p99 %,.0f µs, statuses %s%n",
                what, played.perSecond(), played.microseconds(99), played.statuses());
    }
}
