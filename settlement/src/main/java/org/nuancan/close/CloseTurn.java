package org.nuancan.close;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;

/// One closes at a time, whatever the number of nodes: a named lock of the database, held by a
/// connection of its own. A process that dies loses its connection and with it the lock.
///
/// The lock spares work; what keeps a statement from being made twice is its unique key.
@Singleton
final class CloseTurn {

    private static final int WAIT_SECONDS = 5;
    private static final int WAITS = 240;

    // The lock's name is the server's, not the schema's.
    private static final String NAME = "concat('close ', left(sha2(database(), 256), 40))";

    private final DataSource dataSource;

    CloseTurn(DataSource dataSource) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /// Waits for the turn and runs `work`.
    ///
    /// @throws DatabaseFailure if there is no database
    /// @throws IllegalStateException if another close takes longer than 20 minutes
    <T> T run(Supplier<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            take(connection);
            try {
                return work.get();
            } finally {
                var _ = ask(connection, "select release_lock(" + NAME + ") as answer");
            }
        } catch (SQLException exception) {
            throw DatabaseFailure.from(exception).orElseThrow();
        }
    }

    private static void take(Connection connection) throws SQLException {
        var sql = "select get_lock(" + NAME + ", " + WAIT_SECONDS + ") as answer";
        for (var waited = 0; waited < WAITS; waited++) {
            if (ask(connection, sql)) {
                return;
            }
        }
        throw new IllegalStateException("another close still runs");
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        return Sql.on(connection, sql).one(row -> row.maybeNumber("answer")).equals(ONE);
    }

    private static final java.util.Optional<Long> ONE = java.util.Optional.of(1L);
}
