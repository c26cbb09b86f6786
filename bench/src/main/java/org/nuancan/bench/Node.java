package org.nuancan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.nuancan.engine.Ports;

/// A service in a separate process, on a given database.
///
/// @param address at which it listens
/// @param address where it listens
record Node(Process process, URI address) implements AutoCloseable {

    private static final List<String> JVM =
            List.of(
                    "-Xmx1g",
                    "-XX:+UseParallelGC",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Starts meal-api from the jar that `nuancan.meal-api` names and waits until it answers.
    static Node mealApi(HttpClient http, Map<String, String> settings) throws IOException {
        return start(
                http,
                List.of(
                        "-Dmicronaut.environments=test",
                        "-Dendpoints.all.port=-1",
                        "-jar",
                        System.getProperty("nuancan.meal-api", "")),
                settings);
    }

    /// Starts the textbook's server and waits until it answers.
    ///
    /// @param keys the file of the public keys that verify tokens
    static Node textbook(HttpClient http, Path keys, Map<String, String> settings)
            throws IOException {
        return start(
                http,
                List.of(
                        "-Dtextbook.keys=" + keys,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "org.nuancan.bench.textbook.Textbook"),
                settings);
    }

    private static Node start(HttpClient http, List<String> what, Map<String, String> settings)
            throws IOException {
        var port = Ports.free();
        var log = Files.createTempFile("nuancan-bench", ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(extra());
        command.add("-Dmicronaut.server.port=" + port);
        command.addAll(what);
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        var node = new Node(builder.start(), URI.create("http://127.0.0.1:" + port));
        node.awaitAnswer(http, log);
        return node;
    }

    /// Options for a profiler: `-Dnuancan.bench.jvm="-XX:StartFlightRecording…"`.
    static List<String> extra() {
        var given = System.getProperty("nuancan.bench.jvm", "");
        return given.isBlank() ? List.of() : List.of(given.split(" ", -1));
    }

    private void awaitAnswer(HttpClient http, Path log) {
        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Api.answers(http, address, "/keys")) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IllegalStateException("the service did not start; see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /// Ends the process and waits until it has ended, so that the next measurement runs alone.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
