package org.nuancan.policy;

import java.time.LocalDate;

/// What came of releasing a policy.
public sealed interface ReleaseOutcome {

    /// It grants from its first day on.
    record Released(PolicyOnFile policy) implements ReleaseOutcome {}

    /// There is no such version.
    record NoSuchVersion() implements ReleaseOutcome {}

    /// It was released before.
    record AlreadyReleased() implements ReleaseOutcome {}

    /// Who wrote it may not release it.
    record SecondPersonNeeded() implements ReleaseOutcome {}

    /// It would begin today or earlier.
    ///
    /// @param first its first day
    record StartsTooEarly(LocalDate first) implements ReleaseOutcome {}
}
