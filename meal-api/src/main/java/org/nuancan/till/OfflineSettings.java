package org.nuancan.till;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.nuancan.money.Fen;

/// How far tills may go while they are cut off.
///
/// @param maxFen what may be granted to a person on a day by tills that are cut off, in fen
/// @param days how long after a sale its receipt is taken, in days
@ConfigurationProperties("nuancan.till.offline")
record OfflineSettings(
        @Bindable(defaultValue = "3000") @Min(0) @Max(1_000_000_000) long maxFen,
        @Bindable(defaultValue = "4") @Min(1) @Max(60) int days) {

    Fen cap() {
        return Fen.of(maxFen);
    }

    /// How long after a sale its receipt is taken.
    Duration longest() {
        return Duration.ofDays(days);
    }
}
