package org.nuancan.till.pack;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.nuancan.money.Fen;

/// Limits for sales of tills that are offline.
///
/// @param maxFen the most that tills may grant offline to a person on a day, in fen
/// @param days how long after a sale its receipt is accepted, in days
@ConfigurationProperties("nuancan.till.offline")
public record OfflineSettings(
        @Bindable(defaultValue = "3000") @Min(0) @Max(1_000_000_000) long maxFen,
        @Bindable(defaultValue = "4") @Min(1) @Max(60) int days) {

    /// The most that tills may grant offline to a person on a day.
    public Fen cap() {
        return Fen.of(maxFen);
    }

    /// How long after a sale its receipt is accepted.
    public Duration longest() {
        return Duration.ofDays(days);
    }
}
