package org.nuancan.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs commands of the machine.
final class MachineCommands {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private MachineCommands() {}

    /// Runs a command and returns what it printed.
    ///
    /// @throws AssertionError if it fails
    static String run(Path folder, List<String> command) {
        var printed = new StringBuilder();
        var code = execute(folder, command, printed);
        if (code != 0) {
            throw new AssertionError("%s ended with %d:\n%s".formatted(command, code, printed));
        }
        return printed.toString();
    }

    /// Runs a command and returns what it printed, also if it fails.
    static String output(Path folder, List<String> command) {
        var printed = new StringBuilder();
        var _ = execute(folder, command, printed);
        return printed.toString();
    }

    private static int execute(Path folder, List<String> command, StringBuilder printed) {
        try {
            var log = Files.createTempFile("nuancan-compose", ".log");
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            var ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            printed.append(Files.readString(log));
            Files.delete(log);
            if (!ended) {
                process.destroyForcibly();
                throw new AssertionError("%s does not end:\n%s".formatted(command, printed));
            }
            return process.exitValue();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// Waits for what another process does, asking again and again.
    static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
        }
    }
}
