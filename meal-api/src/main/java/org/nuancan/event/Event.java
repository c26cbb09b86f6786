package org.nuancan.event;

import java.time.Instant;
import java.util.Optional;

/// That something happened; nothing in it names a person.
///
/// @param type what
/// @param concerns whom it concerns
/// @param content what is told, JSON
/// @param at when it happened, business time
public record Event(EventType type, Concerns concerns, String content, Instant at) {

    /// Whom an event concerns.
    ///
    /// @param division where it belongs, 9 digits: officers of that area are told
    /// @param siteId the site that cooks or sells
    /// @param providerId whose site that is
    /// @param delivererId the provider who carries
    /// @param username the one rider
    public record Concerns(
            String division,
            Optional<Long> siteId,
            Optional<Long> providerId,
            Optional<Long> delivererId,
            Optional<String> username) {

        /// Officers of an area alone.
        public static Concerns area(String division) {
            return new Concerns(
                    division,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// A site, its provider and the officers of its area.
        public static Concerns site(String division, long siteId, long providerId) {
            return new Concerns(
                    division,
                    Optional.of(siteId),
                    Optional.of(providerId),
                    Optional.empty(),
                    Optional.empty());
        }

        /// The provider who carries, too.
        public Concerns carriedBy(long carrier) {
            return new Concerns(division, siteId, providerId, Optional.of(carrier), username);
        }

        /// One rider, too.
        public Concerns riddenBy(String rider) {
            return new Concerns(division, siteId, providerId, delivererId, Optional.of(rider));
        }
    }

    /// The same event, sent to one rider as well.
    Event riddenBy(String rider) {
        return new Event(type, concerns.riddenBy(rider), content, at);
    }
}
