package org.nuancan.close.parked;

import java.sql.SQLException;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;

/// Decides whether a failure belongs to one provider, and describes it in words.
public final class Trouble {

    private Trouble() {}

    /// Whether a failure is independent of the provider: there is no database, its connection
    /// broke, or another transaction held a lock. No provider is parked for such a failure.
    public static boolean isEverybodys(RuntimeException failure) {
        return DatabaseFailure.from(failure)
                .filter(cause -> cause.isPassing() || isOfNoServer(cause))
                .isPresent();
    }

    /// Whether the failure has neither an error number nor a state. A database server always sends
    /// one of them; the connection pool's failures about a closed connection have neither.
    private static boolean isOfNoServer(DatabaseFailure failure) {
        return failure.getCause() instanceof SQLException cause
                && cause.getErrorCode() == 0
                && cause.getSQLState() == null;
    }

    /// The parked day for a failure of a provider.
    public static Parked parked(long providerId, BusinessDay day, RuntimeException failure) {
        var cause = cause(failure);
        return new Parked(providerId, day, cause, words(cause, failure));
    }

    /// An earlier day of the provider has no statement yet.
    public static Parked waits(long providerId, BusinessDay day, BusinessDay earlier) {
        return new Parked(providerId, day, Parked.Cause.WAITS, "waits for " + earlier);
    }

    private static Parked.Cause cause(RuntimeException failure) {
        if (DatabaseFailure.from(failure).isPresent()) {
            return Parked.Cause.REFUSED;
        }
        return switch (failure) {
            case ArithmeticException _ -> Parked.Cause.SUM_TOO_LARGE;
            case IllegalStateException _, IllegalArgumentException _ ->
                    Parked.Cause.BOOKS_UNREADABLE;
            default -> Parked.Cause.DEFECT;
        };
    }

    private static String words(Parked.Cause cause, RuntimeException failure) {
        return switch (cause) {
            case SUM_TOO_LARGE ->
                    "A sum of this day is larger than the largest amount that the books can hold,"
                            + " 9,223,372,036,854,775,807 fen.";
            case BOOKS_UNREADABLE -> "The journals of this day hold something that cannot be read.";
            case REFUSED -> DatabaseFailure.from(failure).map(Trouble::refusal).orElse("");
            case DEFECT ->
                    "The statement could not be computed, for a cause that the program does not"
                            + " know.";
            case WAITS -> "";
        };
    }

    private static String refusal(DatabaseFailure failure) {
        return switch (failure.kind()) {
            case DUPLICATE ->
                    "Two records of this statement count as one for the database, for example"
                            + " payers whose names differ only by blanks at the end.";
            case CHECK -> "A figure of this statement breaks a rule of the database.";
            case REFERENCE -> "The statement names a record that does not exist.";
            case DEADLOCK, LOCK_TIMEOUT, UNAVAILABLE, OTHER ->
                    "The database refused the statement.";
        };
    }
}
