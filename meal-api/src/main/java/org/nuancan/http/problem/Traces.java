package org.nuancan.http.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Removes messages from exceptions before they are logged: messages of libraries often quote the
/// request. Types, places in the code and the database's error codes are kept.
final class Traces {

    private static final int DEEPEST = 10;

    private Traces() {}

    /// A copy without messages, for one line of the log.
    static Throwable withoutMessages(Throwable failure) {
        return copy(failure, DEEPEST);
    }

    private static Throwable copy(Throwable failure, int left) {
        var copy = new Logged(named(failure), causeOf(failure, left));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static @Nullable Throwable causeOf(Throwable failure, int left) {
        var cause = failure.getCause();
        return cause == null || left == 0 ? null : copy(cause, left - 1);
    }

    private static String named(Throwable failure) {
        var type = failure.getClass().getName();
        return failure instanceof SQLException refused
                ? "%s %s/%d".formatted(type, refused.getSQLState(), refused.getErrorCode())
                : type;
    }

    private static final class Logged extends Exception {

        private static final long serialVersionUID = 1L;

        Logged(String type, @Nullable Throwable cause) {
            super(type, cause);
        }
    }
}
