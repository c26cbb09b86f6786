package org.nuancan.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A version of a policy as it is kept: a draft, or released.
///
/// @param policy what it says, ended where it was ended
/// @param author who wrote it
/// @param writtenAt when
/// @param release by whom and when it was released; empty: a draft
public record PolicyOnFile(
        SubsidyPolicy policy, String author, Instant writtenAt, Optional<Release> release) {

    /// That a second person released a version.
    ///
    /// @param by who
    /// @param at when
    public record Release(String by, Instant at) {}

    /// Where a version stands.
    public enum State {
        /// Written, grants nothing.
        DRAFT,
        /// Grants when it is in force.
        RELEASED
    }

    /// Where it stands.
    public State state() {
        return release.isPresent() ? State.RELEASED : State.DRAFT;
    }

    /// This draft released: by somebody who has not written it, and before its first day.
    ///
    /// @param today the business day on which it is released
    ReleaseOutcome releasedBy(String officer, Instant at, LocalDate today) {
        if (release.isPresent()) {
            return new ReleaseOutcome.AlreadyReleased();
        }
        if (officer.equals(author)) {
            return new ReleaseOutcome.SecondPersonNeeded();
        }
        if (!policy.period().from().isAfter(today)) {
            return new ReleaseOutcome.StartsTooEarly(policy.period().from());
        }
        return new ReleaseOutcome.Released(
                new PolicyOnFile(policy, author, writtenAt, Optional.of(new Release(officer, at))));
    }

    /// This released version ended: not before today, and never later than it ended before.
    ///
    /// @param last the last day on which it is in force
    /// @param today the business day on which it is ended
    EndOutcome endingOn(LocalDate last, LocalDate today) {
        if (release.isEmpty()) {
            return new EndOutcome.StillDraft();
        }
        var period = policy.period();
        if (last.isBefore(today)
                || last.isBefore(period.from())
                || period.to().filter(last::isAfter).isPresent()) {
            return new EndOutcome.LastDayRefused();
        }
        return new EndOutcome.Ended(
                new PolicyOnFile(policy.endingOn(last), author, writtenAt, release));
    }
}
