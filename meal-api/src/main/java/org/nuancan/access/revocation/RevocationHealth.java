package org.nuancan.access.revocation;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Reports down while this node does not know which tokens are void: it then accepts no token.
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
