package org.nuancan.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Compares two sets of figures of a day and a district.
public interface Comparison {

    /// Which day of which district.
    ///
    /// @param district 6 digits
    record Wish(LocalDate date, String district) {}

    /// Which two.
    Pair pair();

    /// Until when more may come in that makes a difference go by itself; empty if nothing may.
    default Optional<Instant> openUntil(Wish wish) {
        return Optional.empty();
    }

    /// Both sides with their counts, and all that does not agree.
    Compared of(Connection connection, Wish wish) throws SQLException;
}
