package org.nuancan.finance.close;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches for parked providers every 30 seconds. Off in tests, which call it directly.
@Singleton
@Requires(notEnv = Environment.TEST)
final class ParkedJob {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedJob.class);

    private final ParkedWatch watch;

    ParkedJob(ParkedWatch watch) {
        this.watch = watch;
    }

    @Scheduled(fixedDelay = "30s", initialDelay = "5s")
    void look() {
        try {
            watch.look();
        } catch (DatabaseFailure failure) {
            LOG.warn("parked providers are looked for again in a moment", failure);
        }
    }
}
