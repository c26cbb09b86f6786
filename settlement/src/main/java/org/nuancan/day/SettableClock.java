package org.nuancan.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// Business time that can be set and runs on from there; only for the environments `embedded` and
/// `test`.
public final class SettableClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    SettableClock(Clock real) {
        this.real = real;
    }

    /// Sets the time to `now`; it runs on from there.
    public void set(Instant now) {
        ahead.set(Duration.between(real.instant(), now));
    }

    /// Returns to the real time.
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException(
                "business time is kept in " + BusinessDay.ZONE + " only");
    }
}
