package org.nuancan.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;

/// The database refused or could not be reached; what it was is told by vendor codes that MySQL and
/// MariaDB share.
public final class DatabaseFailure extends RuntimeException {

    /// What kind of failure this is.
    public enum Kind {
        /// A unique key exists already (1062, 1586).
        DUPLICATE,
        /// Two transactions waited for each other (1213).
        DEADLOCK,
        /// A lock was not given in time (1205), at once (3572) or for want of room (1206).
        LOCK_TIMEOUT,
        /// A row that this one names does not exist, or is still named (1451, 1452).
        REFERENCE,
        /// A CHECK does not hold (3819 on MySQL, 4025 on MariaDB).
        CHECK,
        /// No connection, or it broke, or the server takes no writes now: it is read-only, its disk
        /// is full, or it shuts down. Another connection or a later try may do better.
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

    /// The database is not asked at all: it does not answer, or there is no time left to wait for
    /// it. Nothing was done.
    ///
    /// @param why for the log
    public static DatabaseFailure unavailable(String why) {
        return new DatabaseFailure(Kind.UNAVAILABLE, new SQLTransientConnectionException(why));
    }

    /// What kind of failure this is.
    public Kind kind() {
        return kind;
    }

    /// Whether the key or constraint `name` was the one that refused.
    public boolean concerns(String name) {
        var cause = getCause();
        return cause != null && String.valueOf(cause.getMessage()).contains(name);
    }

    /// Whether a connection broke in the middle of its work, so that nobody knows whether it was
    /// committed; false if there was none to be had.
    public boolean brokeOff() {
        return kind == Kind.UNAVAILABLE && !(getCause() instanceof SQLTransientConnectionException);
    }

    /// Whether there is no database: whatever else is to be done now fares no better.
    public boolean isEverybodys() {
        return kind == Kind.UNAVAILABLE;
    }

    /// Whether it passes by itself: the same work is worth another try as it is.
    public boolean isPassing() {
        return switch (kind) {
            case UNAVAILABLE, DEADLOCK, LOCK_TIMEOUT -> true;
            case DUPLICATE, REFERENCE, CHECK, OTHER -> false;
        };
    }

    /// Whether a text had letters that its column cannot hold (1366), nor be compared with (1267 on
    /// MariaDB, 3854 on MySQL): a number, code or name that is ASCII.
    public boolean isOfForeignLetters() {
        return getCause() instanceof SQLException cause
                && List.of(1267, 1366, 3854).contains(cause.getErrorCode());
    }

    /// Whether the database's disk is full, as far as the server says so.
    public boolean isOutOfRoom() {
        return getCause() instanceof SQLException cause && Unavailability.isOutOfRoom(cause);
    }

    boolean isWorthAnotherTry() {
        return kind == Kind.DEADLOCK;
    }

    /// Finds the driver's exception in a chain of causes.
    ///
    /// @return empty if the chain has nothing to do with a database
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
