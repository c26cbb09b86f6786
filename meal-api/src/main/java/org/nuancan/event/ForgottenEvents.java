package org.nuancan.event;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.nuancan.day.RealTime;

/// Deletes old events that all readers have processed, daily.
@Singleton
final class ForgottenEvents {

    private static final Duration KEPT = Duration.ofDays(8);

    private final Outbox outbox;
    private final InstantSource clock;

    ForgottenEvents(Outbox outbox, @RealTime InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "24h", initialDelay = "15m")
    void forget() {
        var before = clock.instant().minus(KEPT);
        int removed;
        do {
            removed = outbox.removeBefore(before);
        } while (removed > 0);
    }
}
