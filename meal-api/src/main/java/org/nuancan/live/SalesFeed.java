package org.nuancan.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.nuancan.event.Event;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.money.Fen;
import org.nuancan.policy.Slot;

/// Where the till says what was sold, after it is committed.
///
/// Never waits and never fails: sales queue up while Redis is away, and what no longer fits into
/// the queue is dropped and counted (`nuancan.live.dropped`). The books do not come from here.
@Singleton
public final class SalesFeed {

    private static final int QUEUE = 10_000;
    private static final long PAUSE_MS = 1000;

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Provider<RedisClient> redis;
    private final ObjectMapper json;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Counter dropped;
    private volatile @Nullable Thread telling;

    /// What a page is told.
    ///
    /// @param type `SALE` or `REFUND`
    /// @param grossFen everything on the bill; of a refund, what was given back
    private record Told(
            String type, String orderId, String siteId, Slot slot, Fen grossFen, Instant at) {}

    /// Of the telling thread alone.
    private @Nullable Waiting inHand;

    SalesFeed(Provider<RedisClient> redis, ObjectMapper json, MeterRegistry meters) {
        this.redis = redis;
        this.json = json;
        this.dropped =
                Counter.builder("nuancan.live.dropped")
                        .description("Sales that nobody was told of: the queue to Redis was full")
                        .register(meters);
    }

    /// Something that waits to be told.
    private record Waiting(EventType type, Sale sale) {}

    /// Tells everybody whom it concerns; returns at once. What is below zero was given back.
    public void sold(Sale sale) {
        if (sale.gross().isNegative()) {
            tell(
                    EventType.REFUND,
                    new Sale(
                            sale.orderId(),
                            sale.siteId(),
                            sale.providerId(),
                            sale.division(),
                            sale.slot(),
                            sale.gross().negated(),
                            sale.at()));
        } else {
            tell(EventType.SALE, sale);
        }
    }

    /// Tells that something was given back; returns at once.
    ///
    /// @param sale with what the elder got back, which may be nothing where grants paid all
    public void refunded(Sale sale) {
        tell(EventType.REFUND, sale);
    }

    private void tell(EventType type, Sale sale) {
        if (!waiting.offer(new Waiting(type, sale))) {
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
            try (var stream = new EventStore(redis.get())) {
                tellBy(stream);
            } catch (RedisException _) {
                pause();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A sale that Redis did not take stays in hand and is said again.
    private void tellBy(EventStore stream) throws InterruptedException {
        while (true) {
            var sale = inHand;
            if (sale == null) {
                sale = waiting.take();
                inHand = sale;
            }
            stream.add(event(sale));
            inHand = null;
        }
    }

    private Event event(Waiting one) {
        var sale = one.sale();
        var told =
                new Told(
                        one.type().name(),
                        Long.toString(sale.orderId()),
                        Long.toString(sale.siteId()),
                        sale.slot(),
                        sale.gross(),
                        sale.at());
        try {
            return new Event(
                    one.type(),
                    Concerns.site(sale.division(), sale.siteId(), sale.providerId()),
                    json.writeValueAsString(told),
                    sale.at());
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a sale cannot be written", exception);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A node that goes in order first says what it has sold.
    @PreDestroy
    void stop() throws InterruptedException {
        var thread = telling;
        if (thread != null) {
            thread.interrupt();
            var _ = thread.join(FAREWELL);
            sayRest();
        }
    }

    private void sayRest() {
        try (var stream = new EventStore(redis.get())) {
            for (var sale = inHand; sale != null; sale = waiting.poll()) {
                stream.add(event(sale));
            }
            for (var sale = waiting.poll(); sale != null; sale = waiting.poll()) {
                stream.add(event(sale));
            }
        } catch (RedisException _) {
            dropped.increment(waiting.size());
        }
    }
}
