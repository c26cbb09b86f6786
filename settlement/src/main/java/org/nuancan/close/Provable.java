package org.nuancan.close;

import java.util.List;
import org.nuancan.day.BusinessDay;

/// Records that can be shown to be as they were written.
public interface Provable {

    /// What was found.
    ///
    /// @param kind of record, in the plural
    /// @param compared how many records
    /// @param faults those that do not fit, in words that name the record, the first of them first
    record Shown(String kind, long compared, List<String> faults) {

        /// Copies the faults.
        public Shown {
            faults = List.copyOf(faults);
        }
    }

    /// Looks at the records of some days, both included.
    Shown show(BusinessDay from, BusinessDay to);
}
