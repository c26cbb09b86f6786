package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.nuancan.bench.delivery.Meal;
import org.nuancan.bench.delivery.Neighbourhood;

/// Measures how long a dispatcher waits for the runs of a meal: all its orders over all free
/// riders, by the service that `./nuancan up` starts, over HTTP.
///
/// @param port a free port; the next one and the tenth after it must be free too
/// @param stops number of orders, each to another door
/// @param riders number of riders
record RunsMeasurement(int port, int stops, int riders) {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final List<String> SLOTS = List.of("BREAKFAST", "LUNCH", "DINNER");

    /// Measures three meals, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nuancan-bench-runs");
        var process = start(folder);
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port);
            awaitHealth(http, address, process, folder);
            out.printf("%d elders are made, each visited once …%n", stops);
            var neighbourhood = Neighbourhood.make(http, address, DAY, stops, riders);
            var report = new Report("runs").raw("stops", stops).raw("riders", riders);
            for (var slot : SLOTS) {
                note(report, slot, neighbourhood.meal(slot).plan());
            }
            report.print(out);
        } finally {
            process.destroy();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                var _ = process.destroyForcibly().waitFor();
            }
        }
    }

    private void note(Report report, String slot, Meal.Result result) {
        if (result.stops() + result.left() != stops) {
            throw new IllegalStateException("orders are missing: " + result);
        }
        report.raw(
                slot,
                Map.of(
                        "answered_ms", result.answered().toMillis(),
                        "computed_ms", result.computed().toMillis(),
                        "runs", result.runs(),
                        "left", result.left(),
                        "longest", result.longest()));
        report.line(
                "%s: %d stops, %d riders, s"
                        .formatted(slot.toLowerCase(Locale.ROOT), stops, riders),
                "%.1f".formatted(result.answered().toMillis() / 1e3),
                "the issue's limit %d".formatted(LIMIT.toSeconds()),
                (double) result.answered().toMillis() / LIMIT.toMillis(),
                "≤ 1");
        report.line("    of that routing, s", "%.1f".formatted(result.computed().toMillis() / 1e3));
        report.line(
                "    runs, the longest, left over",
                "%d, %d, %d".formatted(result.runs(), result.longest(), result.left()));
    }

    private Process start(Path folder) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-Xmx1g",
                                "-Dfile.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(Node.extra());
        command.addAll(List.of("-jar", System.getProperty("nuancan.standalone", "")));
        command.addAll(
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("data").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.log").toFile())
                .start();
    }

    /// Waits until everything, including the demo, is loaded.
    private static void awaitHealth(HttpClient http, URI address, Process process, Path folder) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Api.answers(http, address, "/health")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not start; see " + folder);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
