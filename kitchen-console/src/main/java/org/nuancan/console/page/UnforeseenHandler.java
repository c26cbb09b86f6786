package org.nuancan.console.page;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages for what no other handler takes: 400 for a form that is not written as one, 500 for a
/// defect. The framework would log the message, which may quote the form; this logs types and
/// places only.
@Singleton
final class UnforeseenHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenHandler.class);
    private static final int LONGEST_CHAIN = 20;

    private final Pages pages;

    UnforeseenHandler(Pages pages) {
        this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        var visit = VisitBinder.of(request).orElse(Visit.STRANGER);
        if (chain(failure).stream().anyMatch(DecoderException.class::isInstance)) {
            return pages.refusal(visit, 400, "malformed");
        }
        if (!(failure instanceof IOException)) {
            LOG.error("defect at {}", route(request), withoutMessages(failure));
        }
        return pages.refusal(visit, 500, "defect");
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = failure;
                cause != null && chain.size() < LONGEST_CHAIN;
                cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static Throwable withoutMessages(Throwable failure) {
        var types = chain(failure).stream().map(cause -> cause.getClass().getName()).toList();
        var copy = new Throwable(String.join(" <- ", types));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("no route");
    }
}
