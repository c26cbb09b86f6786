package org.nuancan.provider.stop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A time in which a provider sells without subsidy and takes no orders.
///
/// @param begins the first instant
/// @param ends the first instant after it; empty while it is open
/// @param reason that the officer gave; empty for an end
public record ProviderStop(
        long stopId,
        long providerId,
        Kind kind,
        Instant begins,
        Optional<Instant> ends,
        String reason) {

    /// Kinds of stops.
    public enum Kind {
        /// Payments wait until it is resumed.
        SUSPENDED,
        /// For good; what the provider earned is still paid.
        ENDED
    }

    /// Whether an instant is in this time.
    public boolean holds(Instant at) {
        return !at.isBefore(begins) && ends.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /// Whether one of some stops holds at an instant.
    public static boolean anyHolds(List<ProviderStop> stops, Instant at) {
        return stops.stream().anyMatch(stop -> stop.holds(at));
    }

    /// The stop of a kind that is not over; it may begin later.
    public static Optional<ProviderStop> open(List<ProviderStop> stops, Kind kind) {
        return stops.stream().filter(stop -> stop.kind == kind && stop.ends.isEmpty()).findFirst();
    }
}
