package org.nuancan.access;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Redis as a helper: it answers soon or not at all, and nobody waits for it.
@Singleton
final class Redis {

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);

    private final RedisClient client;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;

    Redis(@Property(name = "redis.uri") String uri) {
        var address = RedisURI.create(uri);
        address.setTimeout(PATIENCE);
        this.client = RedisClient.create(address);
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
    }

    /// Asks Redis; empty if it does not answer at once.
    <T> Optional<T> ask(Function<RedisCommands<String, String>, T> question) {
        var ready = connection;
        if (ready == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(ready.sync()));
        } catch (RedisException _) {
            return Optional.empty();
        }
    }

    /// Tells all nodes something, if Redis is there.
    void tell(String channel, String message) {
        var _ = ask(redis -> redis.publish(channel, message));
    }

    /// Runs `listener` whenever something is told on `channel`, while Redis is there.
    void listen(String channel, Runnable listener) {
        listeners.put(channel, listener);
        connect();
    }

    /// Once connected, the client connects again by itself; this is for a Redis that was missing at
    /// the start.
    @Scheduled(fixedDelay = "5s")
    synchronized void connect() {
        try {
            if (connection == null) {
                connection = client.connect();
            }
            if (subscription == null && !listeners.isEmpty()) {
                subscription = subscribed();
            }
        } catch (RedisException exception) {
            LOG.warn("Redis is not there: {}", exception.getMessage());
        }
    }

    private StatefulRedisPubSubConnection<String, String> subscribed() {
        var subscribed = client.connectPubSub();
        subscribed.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String message) {
                        var listener = listeners.get(channel);
                        if (listener != null) {
                            // Never on the client's own thread: listeners ask the database.
                            var _ = Thread.ofVirtual().name("told-by-redis").start(listener);
                        }
                    }
                });
        subscribed.sync().subscribe(listeners.keySet().toArray(String[]::new));
        return subscribed;
    }

    @PreDestroy
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
