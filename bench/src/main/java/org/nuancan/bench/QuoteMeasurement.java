package org.nuancan.bench;

import java.io.PrintStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [QuoteBenchmark] in a separate virtual machine and prints the result.
final class QuoteMeasurement {

    /// The target of the design page.
    private static final double MOST_MICROSECONDS = 20;

    private static final double MOST_BYTES = 4_000;

    private QuoteMeasurement() {}

    /// @return whether the target is met
    static boolean run(PrintStream out) throws RunnerException {
        var quote = new QuoteBenchmark().quote();
        out.printf(
                "A quote over %d policies: %d granted, %d refused. Takes about 10 s.%n",
                quote.grants().size() + quote.refusals().size(),
                quote.grants().size(),
                quote.refusals().size());
        var options =
                new OptionsBuilder()
                        .include(QuoteBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        var result = new Runner(options).runSingle();
        var microseconds = result.getPrimaryResult().getScore();
        var bytes = allocated(result);
        out.printf("%n%-16s %10s %8s%n", "one core", "measured", "at most");
        out.printf("%-16s %10.2f %8.0f%n", "µs a quote", microseconds, MOST_MICROSECONDS);
        out.printf("%-16s %10.0f %8.0f%n", "bytes a quote", bytes, MOST_BYTES);
        return microseconds < MOST_MICROSECONDS && bytes < MOST_BYTES;
    }

    private static double allocated(RunResult result) {
        var normalised = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (normalised == null) {
            throw new IllegalStateException("the profiler reported no allocation");
        }
        return normalised.getScore();
    }
}
