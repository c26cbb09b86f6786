package org.nuancan.policy.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.policy.SubsidyPolicy;

/// A stored version of a policy: a draft, or released.
///
/// @param policy its content; the period ends where it was ended
/// @param author account of the author
/// @param writtenAt when it was written
/// @param release when it was released and by which account; empty: a draft
public record PolicyOnFile(
        SubsidyPolicy policy, String author, Instant writtenAt, Optional<Release> release) {

    /// The release of a version by a second person.
    ///
    /// @param by account of the person
    /// @param at when it was released
    public record Release(String by, Instant at) {}

    /// State of a version.
    public enum State {
        /// Written, grants nothing.
        DRAFT,
        /// Grants when it is in force.
        RELEASED
    }

    /// The state of this version.
    public State state() {
        return release.isPresent() ? State.RELEASED : State.DRAFT;
    }

    /// Releases this draft. The officer must not be its author, and its first day must be in the
    /// future.
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

    /// Ends this released version: not before today, and not later than its present last day.
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
