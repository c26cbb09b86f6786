package org.nuancan.db;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/// Opens transactions in code, in one visible place; Micronaut Data repositories called inside take
/// part in them. Isolation is READ COMMITTED (the pool's setting).
///
/// There is one for each pool. Repositories and `@Transactional` use the pool `default`; another
/// one is asked for by its name. While a transaction of one pool is open, one of another pool may
/// only read: two that write could not be committed together.
///
/// The failure that is thrown is the first one, also if the rollback fails after it.
@EachBean(DataSource.class)
public final class Transactions {

    /// What is done with the connection of a transaction.
    @FunctionalInterface
    public interface Work<T> {

        /// @throws SQLException as the driver throws it; [Transactions] turns it into a
        ///   [DatabaseFailure]
        T with(Connection connection) throws SQLException;
    }

    /// What was seen before the locks is no longer so: the transaction is rolled back and tried
    /// again, like a deadlock.
    public static final class TryAgain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /// @param what is no longer so
        public TryAgain(String what) {
            super(what);
        }
    }

    private static final int TRIES = 5;

    private static final TransactionDefinition SNAPSHOT =
            new TransactionDefinition() {
                @Override
                public Optional<Isolation> getIsolationLevel() {
                    return Optional.of(Isolation.REPEATABLE_READ);
                }

                @Override
                public Optional<Boolean> isReadOnly() {
                    return Optional.of(true);
                }
            };

    /// Whose transaction is open.
    private static final ScopedValue<Transactions> OPEN = ScopedValue.newInstance();

    private final TransactionOperations<Connection> operations;
    private final DatabaseWatch watch;
    private final DatabaseSettings settings;

    Transactions(
            @Parameter TransactionOperations<Connection> operations,
            DatabaseWatch watch,
            DatabaseSettings settings) {
        this.operations = operations;
        this.watch = watch;
        this.settings = settings;
    }

    /// Runs `work` in one transaction, joining the one that is open. A deadlock at the outermost
    /// level is tried again: nothing of the first try is left.
    ///
    /// @throws DatabaseFailure if the database refuses
    public <T> T inOne(Work<T> work) {
        var outermost = operations.findTransactionStatus().isEmpty();
        if (outermost && OPEN.isBound()) {
            throw new IllegalStateException("a transaction of another pool is open");
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return once(TransactionDefinition.DEFAULT, work);
            } catch (DatabaseFailure failure) {
                if (failure.isOutOfRoom()) {
                    watch.sawNoRoom();
                }
                if (!outermost || attempt == TRIES || !failure.isWorthAnotherTry()) {
                    throw failure;
                }
            } catch (TryAgain moved) {
                if (!outermost || attempt == TRIES) {
                    throw moved;
                }
            }
        }
    }

    /// As [#inOne], for what only reads: all of it sees committed data, nothing is written.
    ///
    /// @throws DatabaseFailure if the database refuses
    public <T> T reading(Work<T> work) {
        return once(TransactionDefinition.READ_ONLY, work);
    }

    /// As [#reading], and all statements see the database as it was at the first of them.
    ///
    /// @throws DatabaseFailure if the database refuses
    public <T> T snapshot(Work<T> work) {
        return once(SNAPSHOT, work);
    }

    private <T> T once(TransactionDefinition definition, Work<T> work) {
        return operations.findTransactionStatus().isPresent()
                ? keepingFirst(definition, work)
                : outermost(definition, work);
    }

    /// Begins nothing while the database does not answer, or after the deadline of this work.
    private <T> T outermost(TransactionDefinition definition, Work<T> work) {
        watch.down()
                .ifPresent(down -> {
                    throw DatabaseFailure.unavailable(down.words());
                });
        var deadline = Deadline.current();
        Work<T> inTime =
                deadline.isEmpty() ? work : connection -> inTime(connection, deadline.get(), work);
        return ScopedValue.where(OPEN, this).call(() -> keepingFirst(definition, inTime));
    }

    private <T> T inTime(Connection connection, Deadline deadline, Work<T> work)
            throws SQLException {
        requireTime(deadline);
        // The pool sets it back; neither asks the server.
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(settings.statementLimit(deadline).toMillis()));
        var result = work.with(connection);
        // Its caller has given up: what is not committed yet is rolled back.
        requireTime(deadline);
        return result;
    }

    private static void requireTime(Deadline deadline) {
        if (deadline.isPassed()) {
            throw DatabaseFailure.unavailable("the deadline of this work has passed");
        }
    }

    // A rollback that fails as well would replace the failure that led to it, and with it what is
    // known about the work: whether the connection broke in the middle, and why.
    private <T> T keepingFirst(TransactionDefinition definition, Work<T> work) {
        var first = new AtomicReference<RuntimeException>();
        try {
            return operations.execute(
                    definition,
                    status -> {
                        try {
                            return run(work, status.getConnection());
                        } catch (RuntimeException exception) {
                            first.set(exception);
                            throw exception;
                        }
                    });
        } catch (RuntimeException last) {
            var exception = Optional.ofNullable(first.get()).orElse(last);
            throw DatabaseFailure.from(exception)
                    .map(RuntimeException.class::cast)
                    .orElse(exception);
        }
    }

    // Micronaut lets a checked exception pass undeclared, past every `catch (RuntimeException)`.
    private static <T> T run(Work<T> work, Connection connection) {
        try {
            return work.with(connection);
        } catch (SQLException exception) {
            throw DatabaseFailure.from(exception).orElseThrow();
        }
    }
}
