package org.nuancan.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.nuancan.engine.Ports;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.openapi.MealApi;

/// A node in a process of its own, so that it can be killed as machines kill: without a word.
public final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final URI address;

    private NodeProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts one and waits until it answers.
    ///
    /// @param folder for its log
    public static NodeProcess start(TestDatabase database, Path folder) throws IOException {
        var port = Ports.free();
        var arguments = folder.resolve("arguments-" + port);
        var lines = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path", "")));
        lines.add("-XX:TieredStopAtLevel=1");
        lines.add("-Dmicronaut.environments=test");
        lines.add("-Dmicronaut.server.port=" + port);
        lines.add("-Dendpoints.all.port=-1");
        database.properties().forEach((name, value) -> lines.add("-D%s=%s".formatted(name, value)));
        lines.add(MealApi.class.getName());
        Files.write(arguments, lines.stream().map(line -> '"' + line + '"').toList());
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "@" + arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log-" + port).toFile())
                        .start();
        var node = new NodeProcess(process, URI.create("http://127.0.0.1:" + port));
        await(node::isReady);
        return node;
    }

    /// Where it listens.
    public URI address() {
        return address;
    }

    /// SIGKILL; when this returns the process is gone.
    public void kill() {
        var _ = process.destroyForcibly().onExit().join();
    }

    /// SIGTERM.
    ///
    /// @return the code it ended with
    /// @throws AssertionError if it has not ended in time
    public int terminate(Duration inTime) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(inTime)) {
            throw new AssertionError("the process has not ended within " + inTime);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the node ended by itself: " + process.exitValue());
        }
        try (var http = HttpClient.newHttpClient()) {
            var keys = HttpRequest.newBuilder(address.resolve("/keys")).build();
            return http.send(keys, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// Waits for what another process does.
    public static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
