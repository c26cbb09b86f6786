package org.nuancan.webhook;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.nuancan.day.RealTime;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.webhook.client.Shares;
import org.nuancan.webhook.client.WebhookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the deliveries that are due; several nodes share the work.
@Singleton
final class DeliveryJob {

    private static final Duration LOG_KEPT = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);

    private final DeliveryService deliveries;
    private final HookService hooks;
    private final WebhookClient client;
    private final InstantSource clock;
    private final Shares shares = new Shares();
    private final Lock round = new ReentrantLock();

    /// Resolving a host name blocks the thread, and also the carrier of a virtual thread, so these
    /// are platform threads. [Shares] bounds their number.
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("webhook-", 0).factory());

    DeliveryJob(
            DeliveryService deliveries,
            HookService hooks,
            WebhookClient client,
            @RealTime InstantSource clock) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.client = client;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    void go() {
        // One run at a time: the next run must see the deliveries that the previous run took.
        if (!round.tryLock()) {
            return;
        }
        try {
            var taken = deliveries.take(shares, clock.instant());
            for (var delivery : taken) {
                shares.begin(delivery.owner());
                senders.execute(() -> send(delivery));
            }
        } catch (DatabaseFailure failure) {
            LOG.warn("deliveries wait: {}", failure.getMessage());
        } finally {
            round.unlock();
        }
    }

    private void send(DeliveryService.Taken taken) {
        try {
            var from = clock.instant();
            var message =
                    new WebhookClient.Message(
                            taken.url(),
                            hooks.opened(taken.webhookId(), taken.sealedSecret()),
                            "msg_" + taken.deliveryId(),
                            taken.content());
            var outcome = client.carry(message, from);
            var to = clock.instant();
            deliveries.tried(taken, outcome, from, to);
        } catch (DatabaseFailure failure) {
            // After the lease ends, the same message is sent again under the same id.
            LOG.warn("a delivery's outcome was not written: {}", failure.getMessage());
        } finally {
            shares.end(taken.owner());
        }
        go();
    }

    @Scheduled(fixedDelay = "24h", initialDelay = "20m")
    void forget() {
        var before = clock.instant().minus(LOG_KEPT);
        int removed;
        do {
            removed = deliveries.removeBefore(before);
        } while (removed > 0);
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }
}
