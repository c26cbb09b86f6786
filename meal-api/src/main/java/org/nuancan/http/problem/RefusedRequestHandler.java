package org.nuancan.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.nuancan.connection.RefusedRequest;

/// Answers requests whose body could not be read to its end.
@Singleton
final class RefusedRequestHandler implements ExceptionHandler<RefusedRequest, HttpResponse<?>> {

    private final Problems problems;

    RefusedRequestHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RefusedRequest refused) {
        var problem = ProblemException.of(FrameworkProblems.codeOf(refused));
        return FrameworkProblems.closing(problems.answer(request, problem));
    }
}
