package org.nuancan.policy.book;

/// Outcome of ending a policy.
public sealed interface EndOutcome {

    /// It is in force up to and including the requested day.
    record Ended(PolicyOnFile policy) implements EndOutcome {}

    /// The version does not exist.
    record NoSuchVersion() implements EndOutcome {}

    /// It was never released.
    record StillDraft() implements EndOutcome {}

    /// The last day is before today, before the first day, or after its present last day.
    record LastDayRefused() implements EndOutcome {}
}
