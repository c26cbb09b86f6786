package org.nuancan.statistics;

import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.policy.fact.SiteType;

/// A meal point and the days on which it is on the list of subsidised sites.
///
/// @param to the last day; empty without an end
public record ListedPoint(SiteType type, LocalDate from, Optional<LocalDate> to) {

    boolean isListedOn(LocalDate day) {
        return !from.isAfter(day) && to.stream().noneMatch(last -> last.isBefore(day));
    }
}
