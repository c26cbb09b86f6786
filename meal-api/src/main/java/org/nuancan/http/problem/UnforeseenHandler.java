package org.nuancan.http.problem;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers exceptions that no other handler takes. The framework would log an exception's message,
/// which may quote the body of the request; this logs the route and the trace without messages.
@Singleton
final class UnforeseenHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenHandler.class);

    private final Problems problems;

    UnforeseenHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        var faults = new Faults(Language.of(request));
        var refusal =
                FrameworkProblems.fromCause(failure, faults)
                        .orElseGet(() -> ProblemException.of(ProblemCode.INTERNAL));
        if (refusal.code() == ProblemCode.INTERNAL && !(failure instanceof IOException)) {
            LOG.error("defect at {}", route(request), Traces.withoutMessages(failure));
        } else {
            LOG.info("{} at {}", refusal.code(), route(request));
        }
        return problems.answer(request, refusal);
    }

    /// The route's template: a path may hold a card number.
    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("no route");
    }
}
