package org.nuancan.standalone;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// Keeps `/health` down until the demo district is loaded.
@Singleton
@Readiness
final class Loading implements HealthIndicator {

    private volatile boolean finished;

    void finish() {
        finished = true;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(
                HealthResult.builder("demo", finished ? HealthStatus.UP : HealthStatus.DOWN)
                        .build());
    }
}
