package org.nuancan.policy.book;

import java.time.LocalDate;

/// Outcome of releasing a policy.
public sealed interface ReleaseOutcome {

    /// It is released and grants from its first day on.
    record Released(PolicyOnFile policy) implements ReleaseOutcome {}

    /// The version does not exist.
    record NoSuchVersion() implements ReleaseOutcome {}

    /// It is released already.
    record AlreadyReleased() implements ReleaseOutcome {}

    /// The author must not release it.
    record SecondPersonNeeded() implements ReleaseOutcome {}

    /// Its first day is today or in the past.
    ///
    /// @param first its first day
    record StartsTooEarly(LocalDate first) implements ReleaseOutcome {}
}
