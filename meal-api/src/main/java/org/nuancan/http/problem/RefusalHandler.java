package org.nuancan.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers refusals that controllers throw.
@Singleton
final class RefusalHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {

    private final Problems problems;

    RefusalHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, ProblemException refusal) {
        return problems.answer(request, refusal);
    }
}
