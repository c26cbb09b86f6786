package org.nuancan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.nuancan.bench.load.Played;

/// A table of the results, and the raw figures as JSON under `bench/results`.
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private record Line(String what, String ours, String baseline, String ratio, String target) {}

    private final String name;
    private final Map<String, Object> raw = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Report(String name) {
        this.name = name;
        raw.put("measured", name);
        raw.put("at", Instant.now().toString());
        raw.put("java", System.getProperty("java.vm.version", ""));
        raw.put("cores", Runtime.getRuntime().availableProcessors());
    }

    /// Adds a raw figure, or a map of them.
    @CanIgnoreReturnValue
    Report raw(String key, Object value) {
        raw.put(key, value);
        return this;
    }

    /// Adds a line without a baseline.
    void line(String what, String ours) {
        lines.add(new Line(what, ours, "", "", ""));
    }

    /// Adds a line with a baseline and the ratio to it.
    ///
    /// @param baseline in words and figures
    /// @param target in the words of the issue, or empty
    void line(String what, String ours, String baseline, double ratio, String target) {
        lines.add(new Line(what, ours, baseline, "%.2f".formatted(ratio), target));
        raw.put("ratio: " + what.strip(), ratio);
    }

    /// Prints the table and writes the figures.
    void print(PrintStream out) throws IOException {
        var format = "%-46s %16s  %-28s %7s  %s%n";
        out.printf("%n" + format, name, "this design", "baseline", "ratio", "target");
        for (var line : lines) {
            out.printf(format, line.what, line.ours, line.baseline, line.ratio, line.target);
        }
        var folder = Path.of(System.getProperty("nuancan.home", "."), "bench", "results");
        Files.createDirectories(folder);
        var file = folder.resolve("%s-%s.json".formatted(name, NAME.format(Instant.now())));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(raw));
        out.printf("%nraw figures: %s%n", file);
    }

    /// The raw figures of a load.
    static Map<String, Object> figures(Played played) {
        var figures = figures(played.latencies());
        figures.put("per_second", played.perSecond());
        figures.put("took_ms", Duration.ofNanos(played.tookNanos()).toMillis());
        figures.put("statuses", played.statuses());
        figures.put("unsent", played.waits().unsent());
        figures.put("most_waiting", played.waits().most());
        figures.put("waited_ms", Duration.ofNanos(played.waits().nanos()).toMillis());
        return figures;
    }

    /// Latencies in microseconds.
    static Map<String, Object> figures(Histogram latencies) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("count", latencies.getTotalCount());
        figures.put("mean_us", latencies.getMean() / 1000);
        for (var percent : List.of(50.0, 90.0, 99.0, 99.9, 100.0)) {
            figures.put("p" + percent + "_us", latencies.getValueAtPercentile(percent) / 1000.0);
        }
        return figures;
    }
}
