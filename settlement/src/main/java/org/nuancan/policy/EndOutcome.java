package org.nuancan.policy;

/// What came of ending a policy.
public sealed interface EndOutcome {

    /// It is in force up to and including the day asked for.
    record Ended(PolicyOnFile policy) implements EndOutcome {}

    /// There is no such version.
    record NoSuchVersion() implements EndOutcome {}

    /// It was never released.
    record StillDraft() implements EndOutcome {}

    /// The last day lies before today, before the first day, or after the last day it has.
    record LastDayRefused() implements EndOutcome {}
}
