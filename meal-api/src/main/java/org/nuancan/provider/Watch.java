package org.nuancan.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// Notices that something was changed, on whatever node, by a count that grows with every change:
/// twice a second somebody who asks looks at it, and nobody waits for that meanwhile.
final class Watch {

    /// Half of the second within which all nodes know.
    private static final Duration LOOK_AFTER = Duration.ofMillis(500);

    private record Look(long count, Instant at) {

        boolean isFreshAt(Instant now) {
            // A clock that was set back must not keep this for ever.
            return !now.isBefore(at) && now.isBefore(at.plus(LOOK_AFTER));
        }
    }

    private final InstantSource realTime;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Look last = new Look(-1, Instant.EPOCH);

    Watch(InstantSource realTime) {
        this.realTime = realTime;
    }

    /// Something was changed here: the next who asks looks.
    void expire() {
        last = new Look(last.count, Instant.EPOCH);
    }

    /// The count, as it was at most a second ago.
    long count(LongSupplier count) {
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
