package org.nuancan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.nuancan.bench.nightly.BooksOfADay;
import org.nuancan.day.BusinessDay;

/// `./nuancan bench quote`, `… checkout`, `… mixed`, `… sign-ins`, `… close`, `… checks`, `… start`
/// or `… runs`: measures and prints a table.
public final class Bench {

    private static final String SERVER = "jdbc:mysql://127.0.0.1:33306/";
    private static final String USAGE =
            """
            usage: bench quote
                   bench checkout [--jdbc jdbc:mysql://127.0.0.1:33306/] [--schema nuancan_bench_city]
                                  [--connections 64] [--seconds 30] [--warm 30]
                                  [--baselines textbook,floor] [--stored 0] [--fresh]
                   bench mixed    as checkout, without baselines; [--orders 100000] of yesterday
                   bench sign-ins as checkout, without baselines
                   bench close    [--jdbc jdbc:mysql://127.0.0.1:33306/] [--orders 1000000]
                                  [--providers 400] [--baselines group-by,spring-batch] [--fresh]
                   bench start    [--port 8180]
                   bench checks   [--jdbc jdbc:mysql://127.0.0.1:33306/] [--orders 100000]
                                  [--sites 1800]
                   bench runs     [--port 8180] [--stops 300] [--riders 10]
            """;

    private Bench() {}

    /// @param arguments the name of a measurement, and its options
    /// @throws Exception if the measurement itself fails
    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments);
        switch (options.isEmpty() ? "" : options.getFirst()) {
            case "quote" -> System.exit(QuoteMeasurement.run(System.out) ? 0 : 1);
            case "checkout" -> CheckoutMeasurement.run(checkout(options), System.out);
            case "mixed" ->
                    new MixedMeasurement(
                                    checkout(options),
                                    Integer.parseInt(option(options, "--orders", "100000")))
                            .run(System.out);
            case "sign-ins" -> new SignInMeasurement(checkout(options)).run(System.out);
            case "close" -> close(options).run(System.out);
            case "checks" -> checks(options).run(System.out);
            case "start" ->
                    new StartMeasurement(Integer.parseInt(option(options, "--port", "8180")))
                            .run(System.out);
            case "runs" -> runs(options).run(System.out);
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static CheckoutOptions checkout(List<String> options) {
        return new CheckoutOptions(
                option(options, "--jdbc", SERVER),
                option(options, "--schema", "nuancan_bench_city"),
                options.contains("--fresh"),
                Integer.parseInt(option(options, "--connections", "64")),
                seconds(options, "--seconds"),
                seconds(options, "--warm"),
                Long.parseLong(option(options, "--stored", "0")),
                Set.of(option(options, "--baselines", "textbook,floor").split(",", -1)));
    }

    private static Duration seconds(List<String> options, String name) {
        return Duration.ofSeconds(Long.parseLong(option(options, name, "30")));
    }

    private static CloseMeasurement close(List<String> options) {
        return new CloseMeasurement(
                new BooksOfADay(
                        option(options, "--jdbc", SERVER),
                        Integer.parseInt(option(options, "--orders", "1000000")),
                        Integer.parseInt(option(options, "--providers", "400"))),
                options.contains("--fresh"),
                Set.of(option(options, "--baselines", "group-by,spring-batch").split(",", -1)));
    }

    private static ChecksMeasurement checks(List<String> options) {
        return new ChecksMeasurement(
                option(options, "--jdbc", SERVER),
                Integer.parseInt(option(options, "--orders", "100000")),
                Integer.parseInt(option(options, "--sites", "1800")),
                BusinessDay.of(Instant.now()).previous());
    }

    private static RunsMeasurement runs(List<String> options) {
        return new RunsMeasurement(
                Integer.parseInt(option(options, "--port", "8180")),
                Integer.parseInt(option(options, "--stops", "300")),
                Integer.parseInt(option(options, "--riders", "10")));
    }

    private static String option(List<String> options, String name, String otherwise) {
        var at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }
}
