package org.nuancan.ordering.loss;

import java.util.Map;
import java.util.SortedMap;
import org.nuancan.ordering.CookedPortions;
import org.nuancan.ordering.FailureReason;

/// Evidence about a failed meal, besides the report of the party that is paid for it. This class
/// alone decides whether a party other than the kitchen may bear the loss. Two conditions apply:
/// before the failure, the kitchen reported a batch with portions for the meal; and a second party
/// was involved, by a run that left with the meal or, if no carrier came, by a confirmation of the
/// carrier or of the street. Otherwise the kitchen bears its own loss and nothing is booked
/// (docs/decisions/0210). Pure.
///
/// @param cooked portions that the kitchen reported as cooked for the meal, by sku
/// @param others portions of the other orders of the meal, by sku
/// @param hasLeft whether the carrier reported that it left the kitchen
/// @param isConfirmed whether the carrier or the street confirmed the failure
record FailureEvidence(
        Map<String, CookedPortions.Count> cooked,
        Map<String, Others> others,
        boolean hasLeft,
        boolean isConfirmed) {

    /// Portions of a dish that other orders took.
    ///
    /// @param gone portions on the way or handed over
    /// @param failed portions that were cooked and failed, as reported by the kitchen or the rider
    record Others(int gone, int failed) {

        private static final Others NONE = new Others(0, 0);
    }

    private static final CookedPortions.Count NOT_COOKED = new CookedPortions.Count(0, 0);

    /// Copies the maps.
    FailureEvidence {
        cooked = Map.copyOf(cooked);
        others = Map.copyOf(others);
    }

    /// Whether a party other than the kitchen may bear a meal.
    ///
    /// @param portions portions of the meal, by sku
    boolean letsOthersBear(FailureReason reason, SortedMap<String, Integer> portions) {
        return hasSecondParty(reason)
                && portions.entrySet().stream()
                        .allMatch(dish -> wasCooked(dish.getKey(), dish.getValue()));
    }

    /// False for failures that only the kitchen reports (its own fault, or a meal that was not
    /// collected): no evidence lets others bear those.
    private boolean hasSecondParty(FailureReason reason) {
        return switch (reason) {
            case NO_ANSWER, REFUSED, WRONG_ADDRESS, UNSAFE, OTHER, NOT_DELIVERED -> hasLeft;
            case CARRIER_NO_SHOW -> isConfirmed;
            case KITCHEN_FAULT, NOT_COLLECTED -> false;
        };
    }

    /// Portions thrown away may be the ones returned from doors, so they are counted once.
    private boolean wasCooked(String sku, int portions) {
        var made = cooked.getOrDefault(sku, NOT_COOKED);
        var other = others.getOrDefault(sku, Others.NONE);
        return other.gone() + Math.max(other.failed(), made.discarded()) + portions
                <= made.cooked();
    }
}
