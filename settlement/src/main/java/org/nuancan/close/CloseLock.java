package org.nuancan.close;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets one close run at a time on all nodes, by a named lock of the database. The lock is held by
/// a connection of its own: if the process dies, it loses the connection and the lock.
///
/// Of the closes that wait on one node, only the first holds a connection; the others wait for it
/// in the process, in the order in which they came.
///
/// The lock only saves work; the unique key of a statement prevents a second one.
@Singleton
final class CloseLock {

    private static final Logger LOG = LoggerFactory.getLogger(CloseLock.class);
    private static final int ASK_SECONDS = 2;

    // The lock's name is valid for the whole server, not for one schema.
    private static final String NAME = "concat('close ', left(sha2(database(), 256), 40))";

    private static final Optional<Long> ONE = Optional.of(1L);

    private final ReentrantLock queue = new ReentrantLock(true);
    private final DataSource dataSource;
    private final Duration patience;

    CloseLock(
            DataSource dataSource,
            @Property(name = "nuancan.close.wait", defaultValue = "20m") Duration patience) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.patience = patience;
    }

    /// Maximum time that a close waits for its turn.
    Duration patience() {
        return patience;
    }

    /// Waits for the turn and runs `work`.
    ///
    /// @return empty if other closes take longer than [#patience]; then `work` is not run
    /// @throws DatabaseFailure if there is no database
    <T> Optional<T> run(Supplier<T> work) {
        var until = System.nanoTime() + patience.toNanos();
        if (!isFirst()) {
            return Optional.empty();
        }
        try {
            return runAsFirst(until, work);
        } finally {
            queue.unlock();
        }
    }

    private boolean isFirst() {
        try {
            return queue.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> Optional<T> runAsFirst(long until, Supplier<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!isTaken(connection, until)) {
                return Optional.empty();
            }
            try (var _ = new KeptAlive(connection)) {
                return Optional.of(work.get());
            } finally {
                release(connection);
            }
        } catch (SQLException exception) {
            throw DatabaseFailure.from(exception).orElseThrow();
        }
    }

    private static boolean isTaken(Connection connection, long until) throws SQLException {
        var sql = "select get_lock(" + NAME + ", " + ASK_SECONDS + ") as answer";
        do {
            if (ask(connection, sql)) {
                return true;
            }
        } while (System.nanoTime() < until);
        return false;
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        return Sql.on(connection, sql).one(row -> row.maybeNumber("answer")).equals(ONE);
    }

    /// A broken connection has lost the lock already; the work done under it stays valid.
    private static void release(Connection connection) {
        try {
            var _ = ask(connection, "select release_lock(" + NAME + ") as answer");
        } catch (SQLException exception) {
            LOG.debug("the lock of the close went with its connection", exception);
        }
    }
}
