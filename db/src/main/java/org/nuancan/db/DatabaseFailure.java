package org.nuancan.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;

/// A failure of the database: it refused a statement or could not be reached. The kind is derived
/// from vendor codes that MySQL and MariaDB share.
public final class DatabaseFailure extends RuntimeException {

    /// The kinds of failure.
    public enum Kind {
        /// A unique key exists already (1062, 1586).
        DUPLICATE,
        /// Two transactions waited for each other (1213).
        DEADLOCK,
        /// A lock was not obtained in time (1205), at once (3572) or because the lock table is full
        /// (1206).
        LOCK_TIMEOUT,
        /// A referenced row does not exist, or the row is still referenced (1451, 1452).
        REFERENCE,
        /// A CHECK does not hold (3819 on MySQL, 4025 on MariaDB).
        CHECK,
        /// There is no connection, or it broke, or the server takes no writes now: it is read-only,
        /// its disk is full, or it shuts down. Another connection or a later try may succeed.
        UNAVAILABLE,
        /// Anything else: a defect.
        OTHER
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private DatabaseFailure(Kind kind, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    /// A failure for work that was not sent to the database, because the database does not answer
    /// or no time is left to wait for it. Nothing was done.
    ///
    /// @param why for the log
    public static DatabaseFailure unavailable(String why) {
        return new DatabaseFailure(Kind.UNAVAILABLE, new SQLTransientConnectionException(why));
    }

    /// The kind of this failure.
    public Kind kind() {
        return kind;
    }

    /// Whether the key or constraint `name` was violated.
    public boolean concerns(String name) {
        var cause = getCause();
        return cause != null && String.valueOf(cause.getMessage()).contains(name);
    }

    /// Whether a connection broke during its work, so that it is unknown whether the work was
    /// committed; false if no connection could be opened.
    public boolean brokeOff() {
        return kind == Kind.UNAVAILABLE && !(getCause() instanceof SQLTransientConnectionException);
    }

    /// Whether the database is unavailable, so that any further work would fail too.
    public boolean isEverybodys() {
        return kind == Kind.UNAVAILABLE;
    }

    /// Whether the failure is temporary: the same work can be tried again unchanged.
    public boolean isPassing() {
        return switch (kind) {
            case UNAVAILABLE, DEADLOCK, LOCK_TIMEOUT -> true;
            case DUPLICATE, REFERENCE, CHECK, OTHER -> false;
        };
    }

    /// Whether a text had characters that its column cannot store (1366) or be compared with (1267
    /// on MariaDB, 3854 on MySQL): a number, code or name column that is ASCII.
    public boolean isOfForeignLetters() {
        return getCause() instanceof SQLException cause
                && List.of(1267, 1366, 3854).contains(cause.getErrorCode());
    }

    /// Whether the database's disk is full, as far as the server reports it.
    public boolean isOutOfRoom() {
        return getCause() instanceof SQLException cause && Unavailability.isOutOfRoom(cause);
    }

    boolean isWorthAnotherTry() {
        return kind == Kind.DEADLOCK;
    }

    /// Finds the driver's exception in a chain of causes.
    ///
    /// @return empty if no failure in the chain comes from a database
    public static Optional<DatabaseFailure> from(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseFailure failure) {
                return Optional.of(failure);
            }
            if (cause instanceof SQLException exception) {
                return Optional.of(new DatabaseFailure(kindOf(exception), exception));
            }
        }
        return Optional.empty();
    }

    private static Kind kindOf(SQLException exception) {
        if (exception instanceof SQLTransientConnectionException
                || exception instanceof SQLNonTransientConnectionException) {
            return Kind.UNAVAILABLE;
        }
        return switch (exception.getErrorCode()) {
            case 1062, 1586 -> Kind.DUPLICATE;
            case 1213 -> Kind.DEADLOCK;
            case 1205, 1206, 3572 -> Kind.LOCK_TIMEOUT;
            case 1451, 1452 -> Kind.REFERENCE;
            case 3819, 4025 -> Kind.CHECK;
            default -> Unavailability.shownBy(exception) ? Kind.UNAVAILABLE : Kind.OTHER;
        };
    }
}
