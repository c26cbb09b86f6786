package org.nuancan.access.session;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.nuancan.access.revocation.RevocationRepository;
import org.nuancan.day.RealTime;

/// Deletes sign-ins, pairs of tokens and revocations that have expired.
@Singleton
public class SessionCleanupJob {

    private static final int DELETED_AT_ONCE = 5_000;

    private final TokenFamilyRepository families;
    private final RefreshTokenRepository tokens;
    private final RevocationRepository revocations;
    private final InstantSource clock;

    SessionCleanupJob(
            TokenFamilyRepository families,
            RefreshTokenRepository tokens,
            RevocationRepository revocations,
            @RealTime InstantSource clock) {
        this.families = families;
        this.tokens = tokens;
        this.revocations = revocations;
        this.clock = clock;
    }

    /// Removes pairs once their grace is over.
    @Scheduled(fixedDelay = "60s", initialDelay = "60s")
    @Transactional
    public void removePairs() {
        var now = clock.instant();
        tokens.removeSuccessors(now.minus(Duration.ofDays(1)), now.minus(SessionService.GRACE));
    }

    /// Deletes sign-ins and revocations that are over.
    @Scheduled(fixedDelay = "6h", initialDelay = "15m")
    @Transactional
    public void deleteEnded() {
        var now = clock.instant();
        revocations.deleteEnded(now);
        families.deleteEnded(now, DELETED_AT_ONCE);
    }
}
