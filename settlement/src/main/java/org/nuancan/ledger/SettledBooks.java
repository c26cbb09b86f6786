package org.nuancan.ledger;

import java.time.LocalDate;

/// Until when a package needs no journals of a district any more.
public interface SettledBooks {

    /// The first day whose journals are still needed, if that is before `before`; else `before`.
    ///
    /// @param district whose books they are
    LocalDate until(String district, LocalDate before);
}
