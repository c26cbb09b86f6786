package org.nuancan.preorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.day.BusinessDay;

/// From which day on a step of an order can happen. A kitchen accepts tomorrow's meals; what is
/// cooked, leaves, is handed over or fails at a door does so on the meal's day or after it. Pure.
final class DueDays {

    private DueDays() {}

    /// Whether a step can be taken.
    ///
    /// @param reason of a failure
    /// @param at when it happened by the sender's word; what lies in the future counts as now
    /// @param today the business day on which it is reported
    static boolean isDue(
            StepKind kind,
            Optional<FailureReason> reason,
            LocalDate serviceDate,
            Instant at,
            LocalDate today) {
        return switch (kind) {
            case PLACE, CANCEL -> true;
            case ACCEPT -> !serviceDate.isAfter(today.plusDays(1));
            case PREPARE, OUT, DELIVER, COLLECT -> hasCome(serviceDate, at, today);
            // A kitchen knows beforehand that it cannot cook, and bears that itself.
            case FAIL ->
                    reason.filter(FailureReason.KITCHEN_FAULT::equals).isPresent()
                            || hasCome(serviceDate, at, today);
        };
    }

    private static boolean hasCome(LocalDate serviceDate, Instant at, LocalDate today) {
        return !serviceDate.isAfter(today) && !serviceDate.isAfter(BusinessDay.of(at).date());
    }
}
