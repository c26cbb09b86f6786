package org.nuancan.policy;

/// The time over which a policy's grants are counted.
public enum LimitPer {
    /// The service date and its slot.
    SLOT,
    /// The service date.
    DAY,
    /// Monday to Sunday.
    WEEK,
    /// The calendar month.
    MONTH,
    /// The calendar year.
    YEAR,
    /// All time.
    EVER
}
