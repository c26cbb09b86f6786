package org.nuancan.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.nuancan.day.BusinessDay;
import org.openjdk.jmh.runner.RunnerException;

/// `java -jar bench… quote`, `… checkout`, `… close` or `… checks`: measures and prints a table.
public final class Bench {

    private static final String USAGE =
            """
            usage: bench quote
                   bench checkout [--jdbc jdbc:mysql://127.0.0.1:33306/] [--connections 64]
                                  [--checkouts 20000]
                   bench close    [--jdbc jdbc:mysql://127.0.0.1:33306/] [--orders 100000]
                                  [--providers 400]
                   bench checks   [--jdbc jdbc:mysql://127.0.0.1:33306/] [--orders 100000]
                                  [--sites 1800]
            """;

    private Bench() {}

    /// @param arguments what is measured, and its options
    /// @throws IOException if the measurement itself fails, as do the others
    public static void main(String[] arguments)
            throws RunnerException,
                    IOException,
                    SQLException,
                    InterruptedException,
                    ExecutionException {
        var options = List.of(arguments);
        switch (options.isEmpty() ? "" : options.getFirst()) {
            case "quote" -> System.exit(QuoteMeasurement.run(System.out) ? 0 : 1);
            case "checkout" -> checkout(options).run(System.out);
            case "close" -> close(options).run(System.out);
            case "checks" -> checks(options).run(System.out);
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static CheckoutMeasurement checkout(List<String> options) {
        return new CheckoutMeasurement(
                option(options, "--jdbc", "jdbc:mysql://127.0.0.1:33306/"),
                Integer.parseInt(option(options, "--connections", "64")),
                Integer.parseInt(option(options, "--checkouts", "20000")));
    }

    private static CloseMeasurement close(List<String> options) {
        return new CloseMeasurement(
                option(options, "--jdbc", "jdbc:mysql://127.0.0.1:33306/"),
                Integer.parseInt(option(options, "--orders", "100000")),
                Integer.parseInt(option(options, "--providers", "400")),
                BusinessDay.of(Instant.now()).previous());
    }

    private static ChecksMeasurement checks(List<String> options) {
        return new ChecksMeasurement(
                option(options, "--jdbc", "jdbc:mysql://127.0.0.1:33306/"),
                Integer.parseInt(option(options, "--orders", "100000")),
                Integer.parseInt(option(options, "--sites", "1800")),
                BusinessDay.of(Instant.now()).previous());
    }

    private static String option(List<String> options, String name, String otherwise) {
        var at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }
}
