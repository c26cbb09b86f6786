package org.nuancan.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.day.BusinessDay;

/// The first day on which a step of an order can be taken. A kitchen can accept meals one day
/// before; cooking, leaving, hand-over and failure at a door are on the meal's day or later. Pure.
final class DueDays {

    private DueDays() {}

    /// Whether a step can be taken.
    ///
    /// @param reason the reason of a failure
    /// @param at when it happened, as reported by the sender; a time in the future counts as now
    /// @param today the business day on which it is reported
    static boolean isDue(
            StepKind kind,
            Optional<FailureReason> reason,
            LocalDate serviceDate,
            Instant at,
            LocalDate today) {
        return switch (kind) {
            case PLACE, CANCEL, UNACCEPT, UNPREPARE -> true;
            case ACCEPT -> !serviceDate.isAfter(today.plusDays(1));
            case PREPARE, OUT, DELIVER, COLLECT -> hasCome(serviceDate, at, today);
            // A kitchen can know earlier that it cannot cook; it bears this loss itself.
            case FAIL ->
                    reason.filter(FailureReason.KITCHEN_FAULT::equals).isPresent()
                            || hasCome(serviceDate, at, today);
        };
    }

    private static boolean hasCome(LocalDate serviceDate, Instant at, LocalDate today) {
        return !serviceDate.isAfter(today) && !serviceDate.isAfter(BusinessDay.of(at).date());
    }
}
