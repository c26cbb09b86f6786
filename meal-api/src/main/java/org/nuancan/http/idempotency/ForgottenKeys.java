package org.nuancan.http.idempotency;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes idempotency keys after the promised time, daily and in small transactions.
@Singleton
final class ForgottenKeys {

    /// The contract promises 7 days.
    private static final Duration KEPT = Duration.ofDays(8);

    private static final int ROWS_A_TRANSACTION = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenKeys.class);

    private final Transactions transactions;
    private final KeptAnswerRepository repository;
    private final InstantSource clock;

    ForgottenKeys(
            Transactions transactions,
            KeptAnswerRepository repository,
            @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "24h", initialDelay = "10m")
    void forget() {
        var before = clock.instant().minus(KEPT);
        var total = 0;
        for (var removed = some(before); removed > 0; removed = some(before)) {
            total += removed;
        }
        LOG.info("{} idempotency keys forgotten", total);
    }

    private int some(Instant before) {
        return transactions.inOne(_ -> repository.removeBefore(before, ROWS_A_TRANSACTION));
    }
}
