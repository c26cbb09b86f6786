package org.nuancan.db;

import com.zaxxer.hikari.HikariDataSource;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/// A small commit on a connection outside the pool, so that a busy pool does not count as a
/// database that is down. The commit is one statement, so a connection that is lost during it
/// leaves no lock behind.
final class DatabaseProbe {

    /// The result of a commit.
    sealed interface Outcome {}

    /// The commit is on disk.
    record Committed() implements Outcome {}

    /// It is unknown whether the commit is on disk.
    ///
    /// @param words the known part of the reason
    /// @param certain whether the database refused; false if the cause may be a lock or a missing
    ///   answer, which may pass
    record Failed(String words, boolean certain) implements Outcome {}

    private final HikariDataSource pool;
    private final DatabaseSettings settings;
    private final long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private volatile Optional<Connection> kept = Optional.empty();

    DatabaseProbe(HikariDataSource pool, DatabaseSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /// Commits; if the connection was cut, commits once more on a new one.
    Outcome commit() {
        var wasConnected = kept.isPresent();
        var outcome = attempt();
        return wasConnected && outcome instanceof Failed(_, var certain) && certain
                ? attempt()
                : outcome;
    }

    private Outcome attempt() {
        try {
            write(connection());
            return new Committed();
        } catch (SQLException exception) {
            var wasConnected = kept.isPresent();
            forget();
            return failed(exception, wasConnected);
        }
    }

    private Failed failed(SQLException exception, boolean wasConnected) {
        var failure = DatabaseFailure.from(exception).orElseThrow();
        if (failure.isOutOfRoom()) {
            return new Failed("its disk is full", true);
        }
        if (isSilence(exception)) {
            return new Failed(
                    wasConnected && answers()
                            ? "it answers but does not commit: is its disk full, or has its group no"
                                    + " majority?"
                            : "it does not answer",
                    false);
        }
        return new Failed(
                Unavailability.isWithoutWrites(exception)
                        ? "it takes no writes: it is read-only or lost its group"
                        : "it refuses connections or statements",
                failure.kind() == DatabaseFailure.Kind.UNAVAILABLE);
    }

    private void write(Connection connection) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into database_probe (probe_id, probed_at) values (?, utc_timestamp(6))
                        on duplicate key update probed_at = values(probed_at)
                        """)
                .with(id)
                .run();
    }

    private Connection connection() throws SQLException {
        if (kept.isPresent()) {
            return kept.get();
        }
        var connection = connect();
        kept = Optional.of(connection);
        // Deletes the rows of processes that have ended.
        Sql.on(
                        connection,
                        "delete from database_probe"
                                + " where probed_at < utc_timestamp(6) - interval 1 day")
                .run();
        return connection;
    }

    private Connection connect() throws SQLException {
        var millis = String.valueOf(settings.probeTimeout().toMillis());
        var properties = new Properties();
        properties.setProperty("user", Optional.ofNullable(pool.getUsername()).orElse(""));
        properties.setProperty("password", Optional.ofNullable(pool.getPassword()).orElse(""));
        properties.setProperty("connectTimeout", millis);
        properties.setProperty("socketTimeout", millis);
        properties.setProperty(
                "sessionVariables",
                "innodb_lock_wait_timeout=1,wait_timeout=" + settings.sessionTimeout().toSeconds());
        if (pool.getDataSource() instanceof WritableSource servers) {
            return servers.connect(properties);
        }
        var all = new Properties();
        all.putAll(pool.getDataSourceProperties());
        all.putAll(properties);
        return DriverManager.getConnection(pool.getJdbcUrl(), all);
    }

    private static boolean isSilence(SQLException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private boolean answers() {
        try (var other = connect()) {
            return Sql.on(other, "select 1 as one").exists();
        } catch (SQLException _) {
            return false;
        }
    }

    /// Drops the connection.
    void forget() {
        kept.ifPresent(connection -> {
            try {
                // Aborted without a message to a server that may not answer.
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                // The connection is closed already.
            }
        });
        kept = Optional.empty();
    }
}
