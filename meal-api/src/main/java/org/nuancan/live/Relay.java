package org.nuancan.live;

import io.lettuce.core.RedisException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.event.Outbox;
import org.nuancan.event.Reader;
import org.nuancan.redis.Redis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies events from the database into the stream. Each event is added once, even if several nodes
/// try or a node dies. While Redis is away, events wait in the database.
@Singleton
final class Relay {

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final Redis redis;
    private @Nullable EventStore stream;
    private boolean away;

    Relay(Outbox outbox, Redis redis) {
        this.outbox = outbox;
        this.redis = redis;
    }

    @Scheduled(fixedDelay = "250ms", initialDelay = "1s")
    synchronized void carry() {
        try {
            while (some() == AT_ONCE) {
                away = false;
            }
        } catch (RedisException | DatabaseFailure failure) {
            if (!away) {
                LOG.warn("events wait in the database: {}", failure.getMessage());
            }
            away = true;
            close();
        }
    }

    private int some() {
        return outbox.take(Reader.LIVE, AT_ONCE, events -> opened().addOnce(events));
    }

    private EventStore opened() {
        var open = stream;
        if (open == null) {
            open = new EventStore(redis);
            stream = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        var open = stream;
        if (open != null) {
            open.close();
            stream = null;
        }
    }
}
