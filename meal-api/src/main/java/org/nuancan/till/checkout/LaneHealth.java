package org.nuancan.till.checkout;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Reports down while a checkout lane has worked on one group for longer than the limit.
@Singleton
@Readiness
final class LaneHealth implements HealthIndicator {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final CheckoutGroups groups;

    LaneHealth(CheckoutGroups groups) {
        this.groups = groups;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var slowest = groups.slowest();
        var status = slowest.compareTo(LONGEST) > 0 ? HealthStatus.DOWN : HealthStatus.UP;
        return Mono.just(
                HealthResult.builder("checkout-lanes", status)
                        .details(Map.of("slowestMs", slowest.toMillis()))
                        .build());
    }
}
