package org.nuancan.access;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.nuancan.day.RealTime;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Deletes what is left of sign-ins when it is of no use any more.
@Singleton
final class SessionCleanupJob {

    private final Transactions transactions;
    private final InstantSource clock;

    SessionCleanupJob(Transactions transactions, @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Pairs are kept for the grace and no longer.
    @Scheduled(fixedDelay = "60s", initialDelay = "60s")
    void forgetPairs() {
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update refresh_token set successor = null
                                        where used_at between ? and ? and successor is not null
                                        """)
                                .with(
                                        clock.instant().minus(Duration.ofDays(1)),
                                        clock.instant().minus(Sessions.GRACE))
                                .run());
    }

    /// Sign-ins and revocations that are over are forgotten.
    @Scheduled(fixedDelay = "6h", initialDelay = "15m")
    void forgetFamilies() {
        var now = clock.instant();
        var _ =
                transactions.inOne(connection -> {
                    Sql.on(connection, "delete from revocation where ends_at < ?").with(now).run();
                    return Sql.on(
                                    connection,
                                    "delete from token_family where ends_at < ? order by ends_at limit 5000")
                            .with(now)
                            .run();
                });
    }
}
