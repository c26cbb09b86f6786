package org.nuancan.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import org.nuancan.db.Deadline;

/// Gives each request a deadline for all of its work; the threads that do the work inherit it.
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestDeadlineFilter {

    private final RequestSettings settings;

    RequestDeadlineFilter(RequestSettings settings) {
        this.settings = settings;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        deadline(request)
                .ifPresent(deadline -> {
                    var _ = context.add(deadline);
                });
    }

    /// The deadline of a request; empty for an answer without an end.
    private Optional<Deadline> deadline(HttpRequest<?> request) {
        var mark =
                RouteAttributes.getRouteMatch(request)
                        .flatMap(match ->
                                match.getAnnotationMetadata().findAnnotation(LongWork.class));
        if (mark.isEmpty()) {
            return Optional.of(Deadline.in(settings.deadline()));
        }
        return mark.get().booleanValue("endless").orElse(false)
                ? Optional.empty()
                : Optional.of(Deadline.ofLongWork(settings.longDeadline()));
    }
}
