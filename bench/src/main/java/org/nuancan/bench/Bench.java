package org.nuancan.bench;

import org.openjdk.jmh.runner.RunnerException;

/// `java -jar bench… quote`: measures, prints a table, and ends with 1 if it is too slow.
public final class Bench {

    private Bench() {}

    /// @param arguments what is measured: `quote`
    /// @throws RunnerException if the measurement itself fails
    public static void main(String[] arguments) throws RunnerException {
        var what = arguments.length == 1 ? arguments[0] : "";
        switch (what) {
            case "quote" -> System.exit(QuoteMeasurement.run(System.out) ? 0 : 1);
            default -> {
                System.err.println("usage: bench quote");
                System.exit(2);
            }
        }
    }
}
