package org.nuancan.operations;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Writes one log line for each request: method, route, status and time. The route is the template,
/// so that a log never contains a card number or a search text.
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String BEGAN = "nuancan.began";

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGAN, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        var level = response.code() >= 500 ? Level.WARN : Level.INFO;
        var took =
                request.getAttribute(BEGAN, Long.class)
                        .map(began -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                        .orElse(0L);
        LOG.atLevel(level)
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("route", BasicHttpAttributes.getUriTemplate(request).orElse("none"))
                .addKeyValue("status", response.code())
                .addKeyValue("tookMs", took)
                .log("request");
    }
}
