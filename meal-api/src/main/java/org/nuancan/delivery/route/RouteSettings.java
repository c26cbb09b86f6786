package org.nuancan.delivery.route;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.nuancan.policy.fact.Slot;

/// Settings for the computation of runs.
///
/// @param capacity portions a rider can carry
/// @param atTheDoor duration of a stop
/// @param metresASecond speed of riders in a straight line; it includes an allowance of a third for
///   streets
/// @param firstWithin time within which stops with priority are reached
/// @param within time within which all stops are reached
/// @param computedFor longest duration of the computation
@ConfigurationProperties("nuancan.delivery")
public record RouteSettings(
        @Bindable(defaultValue = "60") @Min(1) int capacity,
        @Bindable(defaultValue = "2m") Duration atTheDoor,
        @Bindable(defaultValue = "4") @Min(1) int metresASecond,
        @Bindable(defaultValue = "45m") Duration firstWithin,
        @Bindable(defaultValue = "2h") Duration within,
        @Bindable(defaultValue = "4s") Duration computedFor) {

    /// Time at which riders leave for a slot.
    public LocalTime leave(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> LocalTime.of(6, 30);
            case LUNCH -> LocalTime.of(10, 30);
            case DINNER -> LocalTime.of(16, 30);
        };
    }
}
