package org.nuancan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// A server process started by this JVM, with its output in `server.log` and its process id in
/// `server.pid` of its folder. If this JVM is killed, the next one ends the process by that id.
final class EngineProcess {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final String PID = "server.pid";

    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    /// Starts a program and waits until it listens on `port` of loopback.
    ///
    /// @param home its working folder
    /// @throws IllegalStateException with the end of its log if it does not listen in time
    static EngineProcess launch(List<String> command, Path home, int port) {
        // The process runs in a session of its own: Ctrl-C reaches the application only, which ends
        // its engines last.
        var arguments = new ArrayList<>(List.of("setsid"));
        arguments.addAll(command);
        var log = home.resolve("server.log");
        try {
            var process =
                    new ProcessBuilder(arguments)
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Files.writeString(home.resolve(PID), String.valueOf(process.pid()));
            if (!listens(process, port)) {
                var _ = process.destroyForcibly();
                throw new IllegalStateException(
                        "%s did not start:%n%s".formatted(command.getFirst(), end(log)));
            }
            return new EngineProcess(process);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static boolean listens(Process process, int port) {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected() && process.isAlive();
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return false;
    }

    private static String end(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    /// Ends a process in `home` that a killed owner left running.
    static void endStale(Path home) {
        var file = home.resolve(PID);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readString(file).strip());
            var workingFolder = Path.of("/proc", String.valueOf(pid), "cwd");
            // The process id may belong to another program meanwhile.
            if (Files.exists(workingFolder)
                    && workingFolder.toRealPath().startsWith(home.toRealPath())) {
                ProcessHandle.of(pid).ifPresent(EngineProcess::end);
            }
            Files.deleteIfExists(file);
        } catch (NumberFormatException unreadable) {
            throw new IllegalStateException(file + " holds no process id", unreadable);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Requests the end of the process and waits; kills it if it does not end in time.
    void end() {
        end(process.toHandle());
    }

    private static void end(ProcessHandle process) {
        if (process.destroy()) {
            try {
                var _ = process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException | ExecutionException slow) {
                // Killed below.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        var _ = process.destroyForcibly();
    }
}
