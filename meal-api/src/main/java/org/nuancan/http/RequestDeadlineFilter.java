package org.nuancan.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import org.nuancan.db.Deadline;

/// Gives each request a deadline for its whole work, which goes with it to the threads that do it.
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestDeadlineFilter {

    private final RequestSettings settings;

    RequestDeadlineFilter(RequestSettings settings) {
        this.settings = settings;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        if (!isLong(request)) {
            var _ = context.add(Deadline.in(settings.deadline()));
        }
    }

    private static boolean isLong(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(match -> match.getAnnotationMetadata().hasAnnotation(LongWork.class))
                .orElse(false);
    }
}
