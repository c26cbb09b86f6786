package org.nuancan.check;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every two seconds for late reports and for statements whose checks did not run because a
/// close was stopped. Not active in tests, which start the checks themselves.
@Singleton
@Requires(notEnv = Environment.TEST)
final class CheckJob {

    private static final Logger LOG = LoggerFactory.getLogger(CheckJob.class);

    private final PlatformChecks checks;

    CheckJob(PlatformChecks checks) {
        this.checks = checks;
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "5s")
    void look() {
        try {
            checks.run();
        } catch (DatabaseFailure failure) {
            LOG.warn("the platform's checks failed and are tried again in a moment", failure);
        }
    }
}
