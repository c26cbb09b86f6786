package org.nuancan.access.attempt;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.runtime.event.annotation.EventListener;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Refuses a caller's fifth parallel long body: each may have 16 MB, and is in memory until its
/// request has ended.
@ServerFilter("/**")
final class UploadLimit implements Ordered {

    /// Bodies up to this size are not counted.
    static final long SHORT_BYTES = 64 * 1024L;

    /// The most long bodies that a caller may send in parallel.
    static final int MOST_OF_A_CALLER = 4;

    private static final String COUNTED = "org.nuancan.access.upload";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    @RequestFilter
    void begin(HttpRequest<?> request) {
        if (isLong(request)) {
            request.getUserPrincipal()
                    .map(Principal::getName)
                    .ifPresent(caller -> begin(request, caller));
        }
    }

    private void begin(HttpRequest<?> request, String caller) {
        var _ =
                running.compute(
                        caller,
                        (_, before) -> {
                            var count = before == null ? 0 : before;
                            if (count == MOST_OF_A_CALLER) {
                                throw SignInAttempts.tooMany(PAUSE);
                            }
                            return count + 1;
                        });
        request.setAttribute(COUNTED, caller);
    }

    @EventListener
    void end(HttpRequestTerminatedEvent ended) {
        ended.getSource()
                .getAttribute(COUNTED, String.class)
                .ifPresent(caller ->
                        running.computeIfPresent(
                                caller, (_, count) -> count > 1 ? count - 1 : null));
    }

    /// How many long bodies of a caller are being handled.
    int of(String caller) {
        return running.getOrDefault(caller, 0);
    }

    private static boolean isLong(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.getContentLength() > SHORT_BYTES;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
