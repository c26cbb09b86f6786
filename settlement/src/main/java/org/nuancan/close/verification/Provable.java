package org.nuancan.close.verification;

import java.util.List;
import org.nuancan.day.BusinessDay;

/// Checks that records are unchanged since they were written.
public interface Provable {

    /// Result of a check.
    ///
    /// @param kind kind of record, in the plural
    /// @param compared number of records
    /// @param faults records that do not fit, in words that name each record, the first record
    ///   first
    record Shown(String kind, long compared, List<String> faults) {

        /// Copies the faults.
        public Shown {
            faults = List.copyOf(faults);
        }
    }

    /// Checks the records of some days, both ends included.
    Shown show(BusinessDay from, BusinessDay to);
}
