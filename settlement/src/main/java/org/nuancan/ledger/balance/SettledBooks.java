package org.nuancan.ledger.balance;

import java.time.LocalDate;

/// The first day from which a package still needs the journals of a district.
public interface SettledBooks {

    /// The first day whose journals are still needed, if that is before `before`; else `before`.
    ///
    /// @param district the district of the books
    LocalDate until(String district, LocalDate before);
}
