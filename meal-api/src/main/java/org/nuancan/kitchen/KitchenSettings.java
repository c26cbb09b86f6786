package org.nuancan.kitchen;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.nuancan.policy.Slot;

/// What the rules of the kitchen are, by regulation and by custom.
///
/// @param sampleGrams the least that is kept of a batch (GB 31654: 125 g)
/// @param sampleKept how long it is kept at least (48 h)
/// @param leaveWithin how long after cooking a meal may leave (2 h)
/// @param hotCelsius at what temperature it may leave later (60 °C)
/// @param hotCheckedEvery how old a reading of that temperature may be
/// @param coreCelsius what the core should have reached (70 °C)
@ConfigurationProperties("nuancan.kitchen")
record KitchenSettings(
        @Bindable(defaultValue = "125") @Min(1) int sampleGrams,
        @Bindable(defaultValue = "48h") Duration sampleKept,
        @Bindable(defaultValue = "2h") Duration leaveWithin,
        @Bindable(defaultValue = "60") int hotCelsius,
        @Bindable(defaultValue = "1h") Duration hotCheckedEvery,
        @Bindable(defaultValue = "70") int coreCelsius) {

    /// Until when a meal of a slot is to be eaten if nobody said when it was cooked.
    LocalTime eatBefore(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> LocalTime.of(9, 0);
            case LUNCH -> LocalTime.of(13, 30);
            case DINNER -> LocalTime.of(19, 0);
        };
    }
}
