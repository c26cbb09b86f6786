package org.nuancan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Measures how long `./nuancan up` takes from its launch to the first answered request: the first
/// time, and later with and without the AOT cache that the first start wrote.
///
/// @param port a free port; the next one and the tenth after it must be free too
record StartMeasurement(int port) {

    private static final Pattern STEPS = Pattern.compile("started, milliseconds: ([a-z0-9 ,]+)");
    private static final Pattern STEP = Pattern.compile("([a-z]+) ([0-9]+)");
    private static final long LIMIT_MS = 6_000;

    private record Start(long answeredMs, Map<String, Long> steps) {

        /// The time without the database's own start, which does not depend on the JVM.
        private long besideDatabase() {
            return answeredMs - steps.getOrDefault("database", 0L);
        }
    }

    /// Measures, prints a table, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nuancan-bench-start");
        var cache = folder.resolve("up.aot");
        var report = new Report("start");
        var first = start(folder, "-XX:AOTCacheOutput=" + cache);
        note(report, "first start (makes the demo)", first);
        report.raw("cache_bytes", Files.exists(cache) ? Files.size(cache) : 0);
        note(report, "later start, no cache", start(folder, "-XX:AOTMode=off"));
        var cached = start(folder, "-XX:AOTCache=" + cache);
        note(report, "later start, AOT cache", cached);
        report.line(
                "  beside the database's own start, ms",
                "%,d".formatted(cached.besideDatabase()),
                "the issue's limit %,d".formatted(LIMIT_MS),
                (double) cached.besideDatabase() / LIMIT_MS,
                "≤ 1");
        report.print(out);
    }

    private static void note(Report report, String what, Start start) {
        report.raw(what, Map.of("answered_ms", start.answeredMs, "steps_ms", start.steps));
        report.line(what + ", ms", "%,d".formatted(start.answeredMs));
        start.steps.forEach((step, ms) -> report.line("    " + step, "%,d".formatted(ms)));
    }

    private Start start(Path folder, String option) throws IOException, InterruptedException {
        var data = folder.resolve("data");
        var log = data.resolve("nuancan.log");
        Files.deleteIfExists(log);
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-Xmx1g",
                                "-Dfile.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                option,
                                "-jar",
                                System.getProperty("nuancan.standalone", "")));
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        var began = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("up.log").toFile())
                        .start();
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port);
            while (!Api.answers(http, address, "/keys")) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("it did not start; see " + folder);
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            var answered = Duration.ofNanos(System.nanoTime() - began).toMillis();
            return new Start(answered, steps(process, log));
        } finally {
            process.destroy();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                var _ = process.destroyForcibly().waitFor();
            }
        }
    }

    /// Waits for the line of the log with the durations of a start's steps.
    private static Map<String, Long> steps(Process process, Path log) throws IOException {
        while (process.isAlive()) {
            var matcher = STEPS.matcher(Files.exists(log) ? Files.readString(log) : "");
            if (matcher.find()) {
                var steps = new LinkedHashMap<String, Long>();
                STEP.matcher(matcher.group(1))
                        .results()
                        .forEach(step -> steps.put(step.group(1), Long.valueOf(step.group(2))));
                return steps;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("it ended before it had started");
    }
}
