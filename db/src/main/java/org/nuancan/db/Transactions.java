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

/// Opens transactions in code; Micronaut Data repositories called inside take part in them.
/// Isolation is READ COMMITTED (the pool's setting).
///
/// There is one instance for each pool. Repositories and `@Transactional` use the pool `default`;
/// another one is injected by its name. While a transaction of one pool is open, a transaction of
/// another pool may only read: two that write could not be committed together.
///
/// The exception thrown is the first failure, also if the rollback fails after it.
@EachBean(DataSource.class)
public final class Transactions {

    /// The work on the connection of a transaction.
    @FunctionalInterface
    public interface Work<T> {

        /// @throws SQLException as the driver throws it; [Transactions] turns it into a
        ///   [DatabaseFailure]
        T with(Connection connection) throws SQLException;
    }

    /// Data that was read before the locks has changed: the transaction is rolled back and tried
    /// again, like after a deadlock.
    public static final class TryAgain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /// @param what the data that has changed
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

    /// The pool whose transaction is open.
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

    /// Runs `work` in one transaction, joining one that is open. After a deadlock the outermost
    /// transaction is tried again; the first try leaves nothing behind.
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
            } catch (TryAgain stale) {
                if (!outermost || attempt == TRIES) {
                    throw stale;
                }
            }
        }
    }

    /// Runs reads like [#inOne]: every statement sees committed data, and nothing is written.
    ///
    /// @throws DatabaseFailure if the database refuses
    public <T> T reading(Work<T> work) {
        return once(TransactionDefinition.READ_ONLY, work);
    }

    /// Runs reads like [#reading], and all statements see the database as it was at the first of
    /// them.
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
        // The pool resets it; neither call sends anything to the server.
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(settings.statementLimit(deadline).toMillis()));
        var result = work.with(connection);
        // The caller has given up: uncommitted work is rolled back.
        requireTime(deadline);
        return result;
    }

    private static void requireTime(Deadline deadline) {
        if (deadline.isPassed()) {
            throw DatabaseFailure.unavailable("the deadline of this work has passed");
        }
    }

    // A failure of the rollback must not replace the failure before it, which says whether the
    // connection broke during the work, and why.
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

    // Micronaut can throw a checked exception undeclared, which no `catch (RuntimeException)`
    // catches.
    private static <T> T run(Work<T> work, Connection connection) {
        try {
            return work.with(connection);
        } catch (SQLException exception) {
            throw DatabaseFailure.from(exception).orElseThrow();
        }
    }
}
