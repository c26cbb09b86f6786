package org.nuancan.access;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Down while it is not known which tokens are void: no token is accepted then.
@Singleton
@Readiness
final class RevocationHealth implements HealthIndicator {

    private final Revocations revocations;

    RevocationHealth(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var status = revocations.isLost() ? HealthStatus.DOWN : HealthStatus.UP;
        return Mono.just(HealthResult.builder("revocations", status).build());
    }
}
