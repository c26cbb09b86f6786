package org.nuancan.console.dispatch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A delivery run: the stops of one rider for one meal.
///
/// @param state `PLANNED`, `OUT`, `FINISHED`, `NO_SHOW` or `CANCELLED`
/// @param version counts its changes
public record Run(
        String runId,
        String siteId,
        LocalDate date,
        String slot,
        String riderUsername,
        String state,
        int version,
        Optional<OffsetDateTime> departedAt,
        Optional<OffsetDateTime> finishedAt,
        List<Stop> stops,
        List<TooOld> tooOld) {

    /// One stop.
    ///
    /// @param position its place in the run, from 1
    /// @param needs diets that the elder needs
    /// @param elderPaysFen what the rider takes
    public record Stop(
            int position,
            String orderId,
            String state,
            Optional<String> failureReason,
            Optional<OffsetDateTime> plannedAt,
            String maskedName,
            String address,
            Optional<String> phone,
            List<Item> items,
            List<String> needs,
            List<String> allergens,
            long elderPaysFen) {}

    /// A dish of a stop.
    public record Item(String sku, String nameZh, String nameEn, int quantity) {

        /// The name in a language, `zh` or `en`.
        public String name(String language) {
            return language.equals("en") ? nameEn : nameZh;
        }
    }

    /// Portions that left later than food may.
    public record TooOld(String sku, OffsetDateTime cookedAt, int portions) {}

    /// Stops that have come to an end.
    public long done() {
        return stops.stream()
                .filter(stop -> List.of("DELIVERED", "FAILED", "CANCELLED").contains(stop.state()))
                .count();
    }

    /// Stops that failed.
    public long failed() {
        return stops.stream().filter(stop -> stop.state().equals("FAILED")).count();
    }

    /// Whether stops can still be put in another order.
    public boolean isPlanned() {
        return state.equals("PLANNED");
    }
}
