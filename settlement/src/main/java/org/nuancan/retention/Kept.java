package org.nuancan.retention;

import java.time.LocalDate;
import java.time.Period;

/// Records of a kind with a retention period. The package that writes them deletes them; the job
/// decides when.
public interface Kept {

    /// The name of the kind, in small letters: `rider-positions`.
    String kind();

    /// Minimum time for which they are kept.
    Period period();

    /// Number of records from before a day.
    long due(LocalDate before);

    /// Deletes some records from before a day; called again until it deletes none.
    ///
    /// Open records are kept, however old they are.
    ///
    /// @param most maximum number, so that a transaction stays short; exceeded only by records that
    ///   must be deleted together
    /// @return number of deleted records
    int forget(LocalDate before, int most);
}
