package org.nuancan.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Map;
import org.nuancan.db.DatabaseWatch;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Reports whether the database commits and its disk has room. A background check finds it out, so
/// a caller gets the last result at once, even if the database does not answer.
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        watch.start();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(
                watch.trouble()
                        .map(down ->
                                HealthResult.builder("database", HealthStatus.DOWN)
                                        .details(Map.of("reason", down.words()))
                                        .build())
                        .orElseGet(
                                () -> HealthResult.builder("database", HealthStatus.UP).build()));
    }
}
