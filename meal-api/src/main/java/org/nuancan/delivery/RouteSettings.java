package org.nuancan.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.nuancan.policy.Slot;

/// How runs are computed.
///
/// @param capacity how many portions a rider carries
/// @param atTheDoor how long a stop takes
/// @param metresASecond how fast riders are, in the straight line with a third on top for streets
/// @param firstWithin within what time those come who come first
/// @param within within what time everybody comes
/// @param computedFor how long it is computed at most
@ConfigurationProperties("nuancan.delivery")
record RouteSettings(
        @Bindable(defaultValue = "60") @Min(1) int capacity,
        @Bindable(defaultValue = "2m") Duration atTheDoor,
        @Bindable(defaultValue = "4") @Min(1) int metresASecond,
        @Bindable(defaultValue = "45m") Duration firstWithin,
        @Bindable(defaultValue = "2h") Duration within,
        @Bindable(defaultValue = "4s") Duration computedFor) {

    /// When riders leave.
    LocalTime leave(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> LocalTime.of(6, 30);
            case LUNCH -> LocalTime.of(10, 30);
            case DINNER -> LocalTime.of(16, 30);
        };
    }
}
