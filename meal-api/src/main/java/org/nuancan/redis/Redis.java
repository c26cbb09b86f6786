package org.nuancan.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls Redis by the one client that Micronaut makes from the settings `redis`. A call ends within
/// `redis.timeout`, with or without an answer. Commands are not queued while Redis is away.
@Singleton
public final class Redis {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);

    private final RedisClient client;
    private final RedisURI address;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;

    Redis(RedisClient client, DefaultRedisConfiguration settings) {
        this.client = client;
        var patience = settings.getTimeout();
        // An address that is given as a URI has its own timeout of a minute.
        this.address =
                RedisURI.builder(settings.getUri().orElse(settings)).withTimeout(patience).build();
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
                        .build());
    }

    /// Calls Redis; empty if it does not answer in time.
    public <T> Optional<T> ask(Function<RedisCommands<String, String>, T> question) {
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

    /// Sends a message to all nodes; does nothing if Redis is away.
    public void publish(String channel, String message) {
        var _ = ask(redis -> redis.publish(channel, message));
    }

    /// Runs `listener` at each message on `channel`, as long as Redis is reachable.
    public void listen(String channel, Runnable listener) {
        listeners.put(channel, listener);
        connect();
    }

    /// Opens a connection for one caller, whose commands may block in Redis.
    ///
    /// @param patience how long a command may take
    /// @throws RedisException if Redis is not reachable
    public StatefulRedisConnection<String, String> open(Duration patience) {
        var opened = client.connect(address);
        opened.setTimeout(patience);
        return opened;
    }

    /// Connects if Redis was missing at the start. After the first connection the client connects
    /// again by itself.
    @Scheduled(fixedDelay = "5s")
    synchronized void connect() {
        try {
            if (connection == null) {
                connection = client.connect(address);
            }
            if (subscription == null && !listeners.isEmpty()) {
                subscription = subscribed();
            }
        } catch (RedisException exception) {
            LOG.warn("Redis is not there: {}", exception.getMessage());
        }
    }

    private StatefulRedisPubSubConnection<String, String> subscribed() {
        var subscribed = client.connectPubSub(address);
        subscribed.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String message) {
                        var listener = listeners.get(channel);
                        if (listener != null) {
                            // Not on the client's own thread, since listeners query the database.
                            var _ = Thread.ofVirtual().name("told-by-redis").start(listener);
                        }
                    }
                });
        subscribed.sync().subscribe(listeners.keySet().toArray(String[]::new));
        return subscribed;
    }
}
