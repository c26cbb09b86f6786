package org.nuancan.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// Detects changes on any node by a count that grows with every change. At most twice a second one
/// caller reads the count; other callers do not wait for it.
public final class Watch {

    /// Half of the second within which all nodes detect a change.
    private static final Duration LOOK_AFTER = Duration.ofMillis(500);

    private record Look(long count, Instant at) {

        boolean isFreshAt(Instant now) {
            // The lower bound matters if the clock was set back: an old value must not stay fresh.
            return !now.isBefore(at) && now.isBefore(at.plus(LOOK_AFTER));
        }
    }

    private final InstantSource realTime;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Look last = new Look(-1, Instant.EPOCH);

    public Watch(InstantSource realTime) {
        this.realTime = realTime;
    }

    /// Records a change on this node: the next caller reads the count.
    public void expire() {
        last = new Look(last.count, Instant.EPOCH);
    }

    /// The count, as it was at most a second ago.
    public long count(LongSupplier count) {
        var now = realTime.instant();
        var before = last;
        if (before.isFreshAt(now) || !looking.compareAndSet(false, true)) {
            return before.count;
        }
        try {
            var found = new Look(count.getAsLong(), now);
            last = found;
            return found.count;
        } finally {
            looking.set(false);
        }
    }
}
