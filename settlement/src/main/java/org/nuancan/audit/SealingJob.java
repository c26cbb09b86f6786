package org.nuancan.audit;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs [Sealing] every second. Not active in tests, which run it themselves.
@Singleton
@Requires(notEnv = Environment.TEST)
final class SealingJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);

    private final Sealing sealing;

    SealingJob(Sealing sealing) {
        this.sealing = sealing;
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "5s")
    void seal() {
        try {
            var _ = sealing.seal();
        } catch (DatabaseFailure failure) {
            LOG.warn("audit entries were not linked and wait for the next run", failure);
        }
    }
}
