package org.nuancan.retention;

import java.time.LocalDate;
import java.time.Period;

/// Records of a kind that are kept for a time. The package that writes them says how old ones go;
/// the job says when.
public interface Kept {

    /// What they are, in small letters: `rider-positions`.
    String kind();

    /// How long they are kept at least.
    Period period();

    /// How many are from before a day.
    long due(LocalDate before);

    /// Deletes some from before a day; called again until it deletes none.
    ///
    /// What is still open stays, however old it is.
    ///
    /// @param most so that a transaction stays short, as far as records do not go only together
    /// @return how many it deleted
    int forget(LocalDate before, int most);
}
