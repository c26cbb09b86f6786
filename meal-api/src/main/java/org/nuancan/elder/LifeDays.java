package org.nuancan.elder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nuancan.policy.fact.ElderStatus;

/// Which days are possible in an elder's life. What is recorded about somebody begins at birth or
/// later, and at most ten years ahead; a death is not recorded before it happened.
///
/// @param birth the day of birth
/// @param today by business time
public record LifeDays(LocalDate birth, LocalDate today) {

    private static final int MOST_YEARS_AHEAD = 10;

    /// The oldest person whose age is proven became 122.
    private static final int OLDEST = 130;

    /// Whether a person who was born on this day can be alive today.
    public static boolean isBirth(LocalDate birth, LocalDate today) {
        return !birth.isAfter(today) && birth.isAfter(today.minusYears(OLDEST + 1L));
    }

    /// Whether something can begin on a day.
    public boolean canBegin(LocalDate from) {
        return !from.isBefore(birth) && !from.isAfter(today.plusYears(MOST_YEARS_AHEAD));
    }

    /// The place of the first of some days on which nothing can begin.
    public OptionalInt firstImpossible(List<LocalDate> begins) {
        return IntStream.range(0, begins.size())
                .filter(place -> !canBegin(begins.get(place)))
                .findFirst();
    }

    /// Whether a card can be good until a day.
    public boolean canBeValidTo(Optional<LocalDate> validTo) {
        return validTo.isEmpty() || !validTo.get().isBefore(birth);
    }

    /// Whether a status can begin on a day.
    public boolean canBegin(ElderStatus status, LocalDate on) {
        return status == ElderStatus.DECEASED
                ? !on.isBefore(birth) && !on.isAfter(today)
                : canBegin(on);
    }
}
