package org.nuancan.delivery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.kitchen.Plate;
import org.nuancan.kitchen.Stale;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.PreorderState;
import org.nuancan.policy.fact.Slot;

/// A run as shown.
///
/// @param departedAt null while the rider has not left
/// @param finishedAt null while orders are still to be delivered
/// @param tooOld portions that left although they were too old; normally empty
@Introspected
public record RunAnswer(
        String runId,
        String siteId,
        String deliveryProviderId,
        LocalDate date,
        Slot slot,
        String riderUsername,
        RunState state,
        int version,
        @Nullable Instant departedAt,
        @Nullable Instant finishedAt,
        List<StopAnswer> stops,
        List<TooOldAnswer> tooOld) {

    /// Portions of a batch that were too old to leave.
    @Introspected
    record TooOldAnswer(String sku, String batchId, Instant cookedAt, int portions) {

        static TooOldAnswer of(Stale stale) {
            return new TooOldAnswer(
                    stale.sku(),
                    Long.toString(stale.batchId()),
                    stale.cookedAt(),
                    stale.portions());
        }
    }

    /// A stop as shown.
    ///
    /// @param position from 1, in the order of delivery
    /// @param plannedAt computed time of arrival; null if the run was made by hand
    /// @param phone telephone number for the rider while the stop is open, else null
    /// @param needs diets that the elder needs
    /// @param elderPaysFen the most that the elder agreed to pay
    /// @param failureReason null unless it failed
    @Introspected
    record StopAnswer(
            int position,
            String orderId,
            PreorderState state,
            @Nullable FailureReason failureReason,
            @Nullable Instant plannedAt,
            String maskedName,
            String address,
            @Nullable String phone,
            List<ItemAnswer> items,
            List<String> needs,
            List<String> allergens,
            long elderPaysFen) {}

    /// A dish at a stop.
    @Introspected
    record ItemAnswer(String sku, String nameZh, String nameEn, int quantity) {

        static ItemAnswer of(Plate plate) {
            return new ItemAnswer(plate.sku(), plate.nameZh(), plate.nameEn(), plate.quantity());
        }
    }
}
