package org.nuancan.preorder;

import java.util.Map;
import java.util.SortedMap;

/// What is known of a meal that failed, beside the word of who is paid for it. The one place that
/// decides whether somebody other than the kitchen may bear it: only if the kitchen had reported a
/// batch with portions for it before it failed, and another party was involved. That is a run that
/// left with it or, where no carrier came, the word of the carrier or of the street. Otherwise it
/// is the kitchen's own loss and nothing is booked (docs/decisions/0210). Pure.
///
/// @param cooked what the kitchen had reported cooked of the meal, by sku
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
    /// @param gone on their way or handed over
    /// @param failed cooked and failed, by the kitchen's or the rider's word
    record Others(int gone, int failed) {

        private static final Others NONE = new Others(0, 0);
    }

    private static final CookedPortions.Count NOT_COOKED = new CookedPortions.Count(0, 0);

    /// Copies the maps.
    FailureEvidence {
        cooked = Map.copyOf(cooked);
        others = Map.copyOf(others);
    }

    /// Whether others than the kitchen may bear a meal.
    ///
    /// @param portions of the meal, by sku
    boolean letsOthersBear(FailureReason reason, SortedMap<String, Integer> portions) {
        return hasSecondParty(reason)
                && portions.entrySet().stream()
                        .allMatch(dish -> wasCooked(dish.getKey(), dish.getValue()));
    }

    /// The kitchen alone says that it failed itself and that nobody fetched a meal, so no evidence
    /// lets others bear those.
    private boolean hasSecondParty(FailureReason reason) {
        return switch (reason) {
            case NO_ANSWER, REFUSED, WRONG_ADDRESS, UNSAFE, OTHER, NOT_DELIVERED -> hasLeft;
            case CARRIER_NO_SHOW -> isConfirmed;
            case KITCHEN_FAULT, NOT_COLLECTED -> false;
        };
    }

    /// What was thrown away may be what came back from doors: it counts once.
    private boolean wasCooked(String sku, int portions) {
        var made = cooked.getOrDefault(sku, NOT_COOKED);
        var other = others.getOrDefault(sku, Others.NONE);
        return other.gone() + Math.max(other.failed(), made.discarded()) + portions
                <= made.cooked();
    }
}
