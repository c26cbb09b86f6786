package org.nuancan.http.problem;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers failures of the database. If it gave no connection or no lock in time, it is busy, not
/// broken: 503 with `Retry-After`.
@Singleton
final class DatabaseFailureHandler implements ExceptionHandler<DatabaseFailure, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailureHandler.class);

    private final Problems problems;

    DatabaseFailureHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, DatabaseFailure failure) {
        var code = codeOf(failure);
        if (code == ProblemCode.REQUEST_INVALID) {
            LOG.info("letters that no column holds at {}", route(request));
        } else if (code == ProblemCode.BUSY) {
            LOG.warn("database {} at {}", failure.kind(), route(request));
        } else {
            LOG.error("database refused at {}", route(request), Traces.withoutMessages(failure));
        }
        return problems.answer(request, ProblemException.of(code));
    }

    /// The route's template: a path may hold a card number.
    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("no route");
    }

    static ProblemCode codeOf(DatabaseFailure failure) {
        // Ids, codes and numbers are ASCII: a value with other letters cannot exist, so the request
        // is wrong.
        if (failure.isOfForeignLetters()) {
            return ProblemCode.REQUEST_INVALID;
        }
        return switch (failure.kind()) {
            case UNAVAILABLE, LOCK_TIMEOUT, DEADLOCK -> ProblemCode.BUSY;
            case DUPLICATE, REFERENCE, CHECK, OTHER -> ProblemCode.INTERNAL;
        };
    }
}
