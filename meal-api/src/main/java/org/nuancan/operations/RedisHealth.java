package org.nuancan.operations;

import io.lettuce.core.api.sync.RedisCommands;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.nuancan.redis.Redis;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Reports the state of Redis. Without Redis the service is `degraded`, never down: it continues to
/// sell meals.
@Singleton
@Readiness
final class RedisHealth implements HealthIndicator {

    /// Between up and down, and answered with 200.
    private static final HealthStatus DEGRADED =
            new HealthStatus("degraded", "goes on without Redis", true, 500);

    /// How long to wait for a lost connection, which is often back within this time.
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Redis redis;
    private final Scheduler blocking;

    RedisHealth(Redis redis, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.redis = redis;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(() -> redis.ask(RedisCommands::ping))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty)
                .repeatWhenEmpty(tries -> tries.delayElements(BETWEEN_TRIES))
                .map(_ -> HealthStatus.UP)
                .timeout(PATIENCE)
                .onErrorReturn(TimeoutException.class, DEGRADED)
                .map(status -> HealthResult.builder("redis", status).build());
    }
}
