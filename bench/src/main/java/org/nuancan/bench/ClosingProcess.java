package org.nuancan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nuancan.day.BusinessDay;

/// The close of a day as operators run it: a separate process with 512 MiB of heap.
final class ClosingProcess {

    /// The maximum heap.
    static final String HEAP = "-Xmx512m";

    private ClosingProcess() {}

    /// The result of a close.
    ///
    /// @param took from the start of the process to its end
    /// @param answer the line that the process printed
    /// @param heapMib the largest use of the heap at the begin of a collection
    record Closed(Duration took, String answer, long heapMib) {}

    /// Closes a day and waits for it.
    ///
    /// @param url of the database; user root without a password
    static Closed close(String url, BusinessDay day) throws IOException, InterruptedException {
        var collections = Files.createTempFile("nuancan-bench-gc", ".log");
        var log = Files.createTempFile("nuancan-bench-close", ".log");
        var builder = new ProcessBuilder(command(day, collections));
        builder.environment()
                .putAll(
                        Map.of(
                                "NUANCAN_DB_URL", url,
                                "NUANCAN_DB_USER", "root",
                                "NUANCAN_DB_PASSWORD", ""));
        var began = System.nanoTime();
        var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the close failed; see " + log);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        // Skips the lines of the log.
        var answer =
                Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("{\"date\""))
                        .findFirst()
                        .orElseThrow();
        Files.delete(log);
        return new Closed(took, answer, largestHeap(collections));
    }

    private static List<String> command(BusinessDay day, Path collections) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add(HEAP);
        command.add("-Xlog:gc:file=" + collections);
        command.addAll(Node.extra());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "org.nuancan.close.command.CloseCommand",
                        "close",
                        "--date",
                        day.toString()));
        return command;
    }

    /// Finds the heap use in a line of the collector's log: `Pause Young (Normal) (G1 Evacuation
    /// Pause) 123M->45M(512M) 3.2ms`.
    private static long largestHeap(Path collections) throws IOException {
        try (var lines = Files.lines(collections)) {
            return lines.filter(line -> line.contains("M->"))
                    .map(line -> line.substring(0, line.indexOf("M->")))
                    .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                    .max()
                    .orElse(0);
        }
    }
}
