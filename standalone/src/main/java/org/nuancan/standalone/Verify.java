package org.nuancan.standalone;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.nuancan.close.command.CloseCommand;
import org.nuancan.engine.EmbeddedMariaDb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program of `./nuancan verify` without a database URL: it checks the books in the data folder
/// of `./nuancan up`, which must not be running.
@Command(
        name = "nuancan verify",
        mixinStandardHelpOptions = true,
        description = "Computes closed statements again, and walks histories and audit chains.")
public final class Verify implements Callable<Integer> {

    @Option(names = "--data", description = "the folder of all that lasts (.nuancan)")
    private Path data = Path.of(".nuancan");

    @Option(names = "--from", required = true, description = "the first day")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, description = "the last day")
    private LocalDate to = LocalDate.EPOCH;

    /// Ends the process with 0 if all checks pass, 1 if one fails or there is no data, 2 for wrong
    /// arguments.
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-embedded.xml");
        System.exit(new CommandLine(new Verify()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.setProperty("nuancan.log.file", data.resolve("nuancan.log").toString());
        try (var folder = DataFolder.open(data, false);
                var database = EmbeddedMariaDb.start(folder.path().resolve("mariadb"))) {
            // The service's beans are on the class path too, and would need their secrets.
            var settings = new HashMap<String, Object>(Secrets.in(folder.path()));
            settings.put("datasources.default.url", database.jdbcUrl(Everything.SCHEMA));
            settings.put("datasources.default.username", EmbeddedMariaDb.USER);
            settings.put("datasources.default.password", database.password());
            return CloseCommand.command(settings)
                    .execute("verify", "--from", from.toString(), "--to", to.toString());
        } catch (CannotStart refusal) {
            System.err.println("nuancan: " + refusal.getMessage());
            return 1;
        }
    }
}
