package org.nuancan.console.page;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// The pages for what the framework refuses, and for our own defects, which it has logged.
@Primary
@Singleton
final class Refusals implements ErrorResponseProcessor<String> {

    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<String> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        var visit = VisitBinder.of(context.getRequest()).orElse(Visit.STRANGER);
        return response.body(pages.refusalText(visit, response.code(), key(response.code())))
                .header(HttpHeaders.CONTENT_TYPE, Pages.HTML);
    }

    private static String key(int status) {
        return switch (status) {
            case 404, 405 -> "not-found";
            case 400, 413, 415, 422 -> "malformed";
            default -> "defect";
        };
    }
}
