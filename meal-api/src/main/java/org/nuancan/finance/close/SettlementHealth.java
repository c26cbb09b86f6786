package org.nuancan.finance.close;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.nuancan.close.parked.ParkedProviders.ParkedProvider;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Reports parked providers on the health page. The node continues to work, so the status is
/// `degraded`, never down. It reads no database: it shows the result of the last search.
@Singleton
final class SettlementHealth implements HealthIndicator {

    /// A status worse than up and better than down, answered with 200.
    private static final HealthStatus DEGRADED =
            new HealthStatus("degraded", "providers are parked", true, 500);

    private final ParkedWatch watch;

    SettlementHealth(ParkedWatch watch) {
        this.watch = watch;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var seen = watch.seen();
        if (seen.count() == 0) {
            return Mono.just(HealthResult.builder("settlement", HealthStatus.UP).build());
        }
        return Mono.just(
                HealthResult.builder("settlement", DEGRADED)
                        .details(
                                Map.of(
                                        "parked",
                                        seen.count(),
                                        "first",
                                        seen.first().stream()
                                                .map(SettlementHealth::detail)
                                                .toList()))
                        .build());
    }

    private static Map<String, Object> detail(ParkedProvider provider) {
        return Map.of(
                "providerId", Long.toString(provider.parked().providerId()),
                "date", provider.parked().date().toString(),
                "cause", provider.parked().cause().name(),
                "detail", provider.parked().detail(),
                "since", provider.since().toString());
    }
}
