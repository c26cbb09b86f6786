package org.nuancan.operations;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Redis is a helper: without it the service is `degraded` and goes on selling meals, never down.
@Singleton
@Readiness
final class RedisHealth implements HealthIndicator {

    /// Worse than up, better than down, and answered with 200.
    private static final HealthStatus DEGRADED =
            new HealthStatus("degraded", "goes on without Redis", true, 500);

    private static final Logger LOG = LoggerFactory.getLogger(RedisHealth.class);
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final RedisClient client;
    private final ExecutorService blocking;
    private @Nullable StatefulRedisConnection<String, String> connection;

    RedisHealth(RedisClient client, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.client = client;
        this.blocking = blocking;
    }

    // To connect takes longer than to ask.
    @EventListener
    void begin(ServerStartupEvent event) {
        blocking.execute(() -> {
            try {
                var _ = check();
            } catch (RedisException absent) {
                LOG.debug("Redis is not there at the start", absent);
            }
        });
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::check)
                .subscribeOn(Schedulers.fromExecutorService(blocking))
                .timeout(PATIENCE)
                .onErrorReturn(RedisHealth::isAbsence, DEGRADED)
                .map(status -> HealthResult.builder("redis", status).build());
    }

    private static boolean isAbsence(Throwable failure) {
        return failure instanceof RedisException || failure instanceof TimeoutException;
    }

    private synchronized HealthStatus check() {
        var open = connection;
        if (open == null) {
            open = client.connect();
            open.setTimeout(PATIENCE);
            connection = open;
        }
        return "PONG".equals(open.sync().ping()) ? HealthStatus.UP : DEGRADED;
    }

    @PreDestroy
    synchronized void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
