package org.nuancan.policy.quote;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.fact.Slot;

/// The service dates over which a limit counts the grants of a policy's code.
///
/// @param code the policy's code, over all its versions
/// @param on the subject over which grants are counted
/// @param per the time over which grants are counted
/// @param from the first service date, included
/// @param to the last service date, included
/// @param slot the only slot that counts; empty: all slots
public record LimitWindow(
        String code, LimitOn on, LimitPer per, LocalDate from, LocalDate to, Optional<Slot> slot) {

    /// The first day that both database engines can store.
    private static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    /// The last day that both database engines can store.
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /// The window of a limit that contains a service date and slot.
    public static LimitWindow of(String code, Limit limit, LocalDate date, Slot slot) {
        return switch (limit.per()) {
            case SLOT -> window(code, limit, date, date, Optional.of(slot));
            case DAY -> days(code, limit, date, date);
            case WEEK -> {
                var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield days(code, limit, monday, monday.plusDays(6));
            }
            case MONTH -> {
                var first = date.withDayOfMonth(1);
                yield days(code, limit, first, date.withDayOfMonth(date.lengthOfMonth()));
            }
            case YEAR -> {
                var first = LocalDate.of(date.getYear(), 1, 1);
                yield days(code, limit, first, LocalDate.of(date.getYear(), 12, 31));
            }
            case EVER -> days(code, limit, BEGINNING, END);
        };
    }

    /// Whether a grant under this service date and slot counts.
    public boolean holds(LocalDate date, Slot atSlot) {
        return !date.isBefore(from)
                && !date.isAfter(to)
                && (slot.isEmpty() || slot.get() == atSlot);
    }

    private static LimitWindow days(String code, Limit limit, LocalDate from, LocalDate to) {
        return window(code, limit, from, to, Optional.empty());
    }

    private static LimitWindow window(
            String code, Limit limit, LocalDate from, LocalDate to, Optional<Slot> slot) {
        return new LimitWindow(code, limit.on(), limit.per(), from, to, slot);
    }
}
