package org.nuancan.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Compares two sets of figures of a day and a district.
public interface Comparison {

    /// The day and district of a comparison.
    ///
    /// @param district 6 digits
    record DayOfDistrict(LocalDate date, String district) {}

    /// The compared pair.
    Pair pair();

    /// The instant until which expected records can still remove a difference; empty if none is
    /// expected.
    default Optional<Instant> openUntil(DayOfDistrict day) {
        return Optional.empty();
    }

    /// Both sides with their counts, and all differences.
    Compared of(Connection connection, DayOfDistrict day) throws SQLException;
}
