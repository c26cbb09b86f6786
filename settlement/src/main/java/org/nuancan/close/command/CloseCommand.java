package org.nuancan.close.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.nuancan.close.CloseOutcome;
import org.nuancan.close.DailyClose;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseWatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// The settlement as a program of its own: `java -jar settlement….jar close --date 2026-11-18`,
/// with the database from `NUANCAN_DB_URL`, `NUANCAN_DB_USER` and `NUANCAN_DB_PASSWORD`.
@Command(
        name = "settlement",
        mixinStandardHelpOptions = true,
        description = "Closes days and checks what was closed.",
        subcommands = {
            CloseCommand.Close.class,
            CloseCommand.Verify.class,
            CloseCommand.Serve.class
        })
public final class CloseCommand {

    private static final int REFUSED = 1;

    private final Map<String, Object> settings;

    private CloseCommand(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /// Runs a command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(command(Map.of()).execute(arguments));
    }

    /// The command, for a caller that passes the database settings itself and not by environment
    /// variables.
    ///
    /// @param settings of the database: `datasources.default.…`
    public static CommandLine command(Map<String, Object> settings) {
        return new CommandLine(new CloseCommand(settings));
    }

    private ApplicationContext context(boolean nightly) {
        var all = new HashMap<>(settings);
        all.put("nuancan.close.nightly", nightly);
        return ApplicationContext.builder().properties(all).start();
    }

    /// Closes a day and every earlier open one.
    @Command(name = "close", description = "Closes a day and every earlier open one.")
    static final class Close implements Callable<Integer> {

        @ParentCommand private CloseCommand parent = new CloseCommand(Map.of());

        @Option(names = "--date", required = true, description = "a day that is over")
        private LocalDate date = LocalDate.EPOCH;

        @Override
        public Integer call() {
            try (var context = parent.context(false)) {
                return switch (context.getBean(DailyClose.class).close(new BusinessDay(date))) {
                    case CloseOutcome.Closed closed -> {
                        System.out.println(CloseText.json(closed));
                        yield 0;
                    }
                    case CloseOutcome.DayNotOver(var day) -> {
                        System.err.println("DAY_NOT_OVER: " + day + " is not over yet");
                        yield REFUSED;
                    }
                    case CloseOutcome.Busy(var day) -> {
                        System.err.println("BUSY: other closes still run; " + day + " waits");
                        yield REFUSED;
                    }
                };
            }
        }
    }

    /// Computes the statements of closed days again and compares them; checks histories and chains.
    /// If records do not fit, ends with 1 and names the first one of each kind.
    @Command(
            name = "verify",
            description = "Computes statements again, and walks their histories and audit chains.")
    static final class Verify implements Callable<Integer> {

        @ParentCommand private CloseCommand parent = new CloseCommand(Map.of());

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(names = "--from", required = true, description = "the first day")
        private LocalDate from = LocalDate.EPOCH;

        @Option(names = "--to", required = true, description = "the last day")
        private LocalDate to = LocalDate.EPOCH;

        @Override
        public Integer call() {
            try (var context = parent.context(false)) {
                var shown =
                        context.getBeansOfType(Provable.class).stream()
                                .map(provable ->
                                        provable.show(new BusinessDay(from), new BusinessDay(to)))
                                .sorted(Comparator.comparing(Provable.Shown::kind))
                                .toList();
                var console = spec.commandLine();
                shown.forEach(result -> result.faults().forEach(console.getErr()::println));
                console.getOut()
                        .println(
                                shown.stream()
                                        .map(Verify::json)
                                        .collect(Collectors.joining(",", "{", "}")));
                return shown.stream().allMatch(result -> result.faults().isEmpty()) ? 0 : REFUSED;
            }
        }

        private static String json(Provable.Shown shown) {
            return """
            "%s":%d,"different%s":%d\
            """
                    .formatted(
                            shown.kind(),
                            shown.compared(),
                            shown.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                                    + shown.kind().substring(1),
                            shown.faults().size());
        }
    }

    /// Closes yesterday at 02:00, every night, until the process is stopped.
    @Command(name = "serve", description = "Closes yesterday at 02:00, every night.")
    static final class Serve implements Callable<Integer> {

        private static final int HEALTH_SECONDS = 5;

        @ParentCommand private CloseCommand parent = new CloseCommand(Map.of());

        @Option(
                names = "--health-file",
                description = "written every 5 s while the database commits; for a health check")
        private Optional<Path> healthFile = Optional.empty();

        @Override
        public Integer call() throws InterruptedException, IOException {
            var stopped = new CountDownLatch(1);
            var context = parent.context(true);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(context::close));
            var database = context.getBean(DatabaseWatch.class);
            database.start();
            do {
                if (healthFile.isPresent() && database.down().isEmpty()) {
                    Files.writeString(healthFile.get(), "UP\n");
                }
            } while (!stopped.await(HEALTH_SECONDS, TimeUnit.SECONDS));
            return 0;
        }
    }
}
