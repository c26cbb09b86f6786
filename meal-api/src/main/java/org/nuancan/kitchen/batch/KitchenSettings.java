package org.nuancan.kitchen.batch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.nuancan.policy.fact.Slot;

/// Limits for kitchens, by regulation and by usual practice.
///
/// @param sampleGrams least mass of a food sample (GB 31654: 125 g)
/// @param sampleKept least time for which a sample is kept (48 h)
/// @param leaveWithin longest time from cooking until a meal leaves the kitchen (2 h)
/// @param hotCelsius least holding temperature of a meal that leaves later than that (60 °C)
/// @param hotCheckedEvery longest time between two readings of that temperature
/// @param coreCelsius least core temperature after cooking (70 °C)
@ConfigurationProperties("nuancan.kitchen")
public record KitchenSettings(
        @Bindable(defaultValue = "125") @Min(1) int sampleGrams,
        @Bindable(defaultValue = "48h") Duration sampleKept,
        @Bindable(defaultValue = "2h") Duration leaveWithin,
        @Bindable(defaultValue = "60") int hotCelsius,
        @Bindable(defaultValue = "1h") Duration hotCheckedEvery,
        @Bindable(defaultValue = "70") int coreCelsius) {

    /// Time until which a meal of a slot should be eaten if its cooking time was not reported.
    public LocalTime eatBefore(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> LocalTime.of(9, 0);
            case LUNCH -> LocalTime.of(13, 30);
            case DINNER -> LocalTime.of(19, 0);
        };
    }
}
