package org.nuancan.live;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Where the till says what was sold, after it is committed.
///
/// Never waits and never fails: sales queue up while Redis is away, and what no longer fits into
/// the queue is dropped and counted (`nuancan.live.dropped`). The books do not come from here.
@Singleton
public final class SalesFeed {

    private static final int QUEUE = 10_000;
    private static final long PAUSE_MS = 1000;

    private final Provider<RedisClient> redis;
    private final BlockingQueue<Sale> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Counter dropped;
    private volatile @Nullable Thread telling;

    /// Of the telling thread alone.
    private @Nullable Sale inHand;

    SalesFeed(Provider<RedisClient> redis, MeterRegistry meters) {
        this.redis = redis;
        this.dropped =
                Counter.builder("nuancan.live.dropped")
                        .description("Sales that nobody was told of: the queue to Redis was full")
                        .register(meters);
    }

    /// Tells everybody whom it concerns; returns at once.
    public void sold(Sale sale) {
        if (!waiting.offer(sale)) {
            dropped.increment();
        }
        if (telling == null) {
            start();
        }
    }

    private synchronized void start() {
        if (telling == null) {
            telling = Thread.ofVirtual().name("sales-feed").start(this::tellAll);
        }
    }

    private void tellAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var stream = new SalesStream(redis.get())) {
                tellBy(stream);
            } catch (RedisException _) {
                pause();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A sale that Redis did not take stays in hand and is said again.
    private void tellBy(SalesStream stream) throws InterruptedException {
        while (true) {
            var sale = inHand;
            if (sale == null) {
                sale = waiting.take();
                inHand = sale;
            }
            stream.add(sale);
            inHand = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        var thread = telling;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
