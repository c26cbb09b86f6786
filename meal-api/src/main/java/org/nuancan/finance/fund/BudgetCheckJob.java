package org.nuancan.finance.fund;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks the budgets every ten minutes, because a separate settlement process closes days too. Off
/// in tests, which call it directly.
@Singleton
@Requires(notEnv = Environment.TEST)
final class BudgetCheckJob {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetCheckJob.class);

    private final FundWatch watch;

    BudgetCheckJob(FundWatch watch) {
        this.watch = watch;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "1m")
    void look() {
        try {
            var _ = watch.look();
        } catch (DatabaseFailure failure) {
            LOG.warn("the budgets are looked at again in a moment", failure);
        }
    }
}
