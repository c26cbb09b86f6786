package org.nuancan.policy.book;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.policy.SubsidyPolicy;

/// The released policies, cached in memory. Every half second one caller checks whether a policy
/// was released or ended on any node; other callers do not wait for this check.
@Singleton
final class ReleasedPolicies {

    /// Half of the second within which all nodes must see a change.
    private static final Duration LOOK_AFTER = Duration.ofMillis(500);

    /// @param changes the count of changes that was read before the policies
    /// @param lookedAt when this was last confirmed as current
    private record Held(List<SubsidyPolicy> policies, long changes, Instant lookedAt) {

        boolean isFreshAt(Instant now) {
            // If the clock was set back, the cache must expire too.
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
                    // The count is read first: a release in between is then found by the next
                    // check.
                    var changes = versions.changes();
                    return new Held(versions.released(), changes, now);
                });
        held = fresh;
        return fresh;
    }
}
