package org.nuancan.event;

import java.time.Instant;
import java.util.Optional;

/// An event of the business. It contains no personal names.
///
/// @param type the type of event
/// @param concerns the parties that it concerns
/// @param content JSON
/// @param at when it happened, business time
public record Event(EventType type, Concerns concerns, String content, Instant at) {

    /// The parties that an event concerns.
    ///
    /// @param division the division, 9 digits: officers of that area get the event
    /// @param siteId the site that cooks or sells
    /// @param providerId the provider of the site
    /// @param delivererId the provider that delivers
    /// @param username the rider, if only one rider gets the event
    public record Concerns(
            String division,
            Optional<Long> siteId,
            Optional<Long> providerId,
            Optional<Long> delivererId,
            Optional<String> username) {

        /// An event for the officers of an area only.
        public static Concerns area(String division) {
            return new Concerns(
                    division,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// An event for a site, its provider and the officers of its area.
        public static Concerns site(String division, long siteId, long providerId) {
            return new Concerns(
                    division,
                    Optional.of(siteId),
                    Optional.of(providerId),
                    Optional.empty(),
                    Optional.empty());
        }

        /// Adds the provider that delivers.
        public Concerns carriedBy(long carrier) {
            return new Concerns(division, siteId, providerId, Optional.of(carrier), username);
        }

        /// Adds one rider.
        public Concerns riddenBy(String rider) {
            return new Concerns(division, siteId, providerId, delivererId, Optional.of(rider));
        }
    }

    /// The same event, sent to one rider as well.
    Event riddenBy(String rider) {
        return new Event(type, concerns.riddenBy(rider), content, at);
    }
}
