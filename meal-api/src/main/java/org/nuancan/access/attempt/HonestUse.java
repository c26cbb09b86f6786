package org.nuancan.access.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.nuancan.day.RealTime;

/// Refuses callers that make far more requests than normal use needs: more than 2,000 a second over
/// 10 s.
@ServerFilter("/**")
final class HonestUse implements Ordered {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final long most;
    private final Cache<String, AtomicLong> counts =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    HonestUse(
            @RealTime InstantSource clock,
            @Property(name = "nuancan.honest-use.requests-a-second", defaultValue = "2000")
                    long requestsASecond) {
        this.clock = clock;
        this.most = requestsASecond * WINDOW.toSeconds();
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        request.getUserPrincipal().map(Principal::getName).ifPresent(this::count);
    }

    private void count(String caller) {
        var window = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        var key = window + ":" + caller;
        if (counts.get(key, _ -> new AtomicLong()).incrementAndGet() > most) {
            throw SignInAttempts.tooMany(WINDOW);
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
