package org.nuancan.policy.fact;

import java.time.LocalDate;
import org.nuancan.money.Fen;

/// Facts about a meal that policies use.
///
/// @param serviceDate the day on which it is eaten
/// @param slot the meal of the day
/// @param fulfilment how it reaches the elder
/// @param grossFen everything on the bill, goods and alcohol too
/// @param billFen the part that may be subsidised, 0 or more, at most `grossFen`
public record MealFacts(
        LocalDate serviceDate, Slot slot, Fulfilment fulfilment, Fen grossFen, Fen billFen) {

    /// @throws IllegalArgumentException if the bill is negative or more than the gross
    public MealFacts {
        if (billFen.isNegative() || billFen.compareTo(grossFen) > 0) {
            throw new IllegalArgumentException(
                    "a bill of %s is no part of %s".formatted(billFen, grossFen));
        }
    }
}
