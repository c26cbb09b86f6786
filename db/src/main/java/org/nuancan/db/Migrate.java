package org.nuancan.db;

import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database's schema and reference data up to this build's: `java -jar db….jar` with
/// `NUANCAN_DB_URL`, `NUANCAN_DB_USER` and `NUANCAN_DB_PASSWORD` set.
public final class Migrate {

    /// Time limit for the query whether a server of a group accepts writes.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private Migrate() {}

    /// Migrates and prints in one line what was done, or what the server must allow before.
    public static void main(String[] arguments) {
        var url = setting("NUANCAN_DB_URL");
        var user = setting("NUANCAN_DB_USER");
        var password = setting("NUANCAN_DB_PASSWORD");
        try {
            var applied = migrate(url, user, password);
            System.out.println("Schema is up to date; migrations applied: " + applied);
        } catch (FlywayException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /// Applies every migration that the database does not have yet.
    ///
    /// @param url a JDBC URL that names the schema; of several servers the one that accepts writes
    ///   is used
    /// @return the number of migrations applied
    /// @throws FlywayException if a migration fails, if an applied one was changed, or if the
    ///   server would refuse to create the triggers
    public static int migrate(String url, String user, String password) {
        var flyway = Flyway.configure();
        var _ =
                WritableSource.isNeededFor(url)
                        ? flyway.dataSource(writable(url, user, password))
                        : flyway.dataSource(url, user, password);
        return flyway.locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .callbacks(new TriggerCheck())
                .connectRetries(60)
                .connectRetriesInterval(1)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static WritableSource writable(String url, String user, String password) {
        var account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        return new WritableSource(url, account, LONGEST_ANSWER, new KnownServer());
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            System.err.println(name + " is not set; see docs/operations.md");
            System.exit(2);
            throw new AssertionError("the process has ended");
        }
        return value;
    }
}
