package org.nuancan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A node of the service in a process of its own, on a database that is given.
///
/// @param process the service
/// @param address where it listens
record Node(Process process, URI address) implements AutoCloseable {

    /// Starts it from the jar that `nuancan.meal-api` names and waits until it answers.
    static Node start(HttpClient http, Map<String, String> settings) throws IOException {
        var port = freePort();
        var log = Files.createTempFile("nuancan-bench", ".log");
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-Xmx1g",
                                "-Dmicronaut.environments=test",
                                "-Dmicronaut.server.port=" + port,
                                "-Dendpoints.all.port=-1",
                                "-Dflyway.datasources.default.enabled=true",
                                "-jar",
                                System.getProperty("nuancan.meal-api", ""))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("NUANCAN_FIRST_ADMINISTRATOR_PASSWORD", "bench-pass");
        var node = new Node(builder.start(), URI.create("http://127.0.0.1:" + port));
        node.awaitAnswer(http, log);
        return node;
    }

    private void awaitAnswer(HttpClient http, Path log) {
        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Api.answers(http, address)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IllegalStateException("the service did not start; see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
