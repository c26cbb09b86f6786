package org.nuancan.policy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;

/// The released policies, held in memory. Twice a second somebody who asks looks whether anything
/// was released or ended, on whatever node; nobody waits for that meanwhile.
@Singleton
final class ReleasedPolicies {

    /// Half of the second within which all nodes know.
    private static final Duration LOOK_AFTER = Duration.ofMillis(500);

    /// @param changes the count of changes that was read before the policies
    /// @param lookedAt when this was last found to be all
    private record Held(List<SubsidyPolicy> policies, long changes, Instant lookedAt) {

        boolean isFreshAt(Instant now) {
            // A clock that was set back must not keep this for ever.
            return !now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(LOOK_AFTER));
        }
    }

    private final Transactions transactions;
    private final PolicyVersions versions;
    private final InstantSource realTime;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Held held;

    ReleasedPolicies(
            Transactions transactions, PolicyVersions versions, @RealTime InstantSource realTime) {
        this.transactions = transactions;
        this.versions = versions;
        this.realTime = realTime;
    }

    List<SubsidyPolicy> all() {
        var now = realTime.instant();
        var before = held;
        if (before == null) {
            return load(now).policies();
        }
        if (before.isFreshAt(now) || !looking.compareAndSet(false, true)) {
            return before.policies();
        }
        try {
            return lookAgain(before, now).policies();
        } finally {
            looking.set(false);
        }
    }

    private Held lookAgain(Held before, Instant now) {
        var changes = transactions.reading(_ -> versions.changes());
        if (changes != before.changes()) {
            return load(now);
        }
        var confirmed = new Held(before.policies(), changes, now);
        held = confirmed;
        return confirmed;
    }

    private Held load(Instant now) {
        var fresh =
                transactions.reading(_ -> {
                    // Counted first: what is released in between is then looked for again.
                    var changes = versions.changes();
                    return new Held(versions.released(), changes, now);
                });
        held = fresh;
        return fresh;
    }
}
