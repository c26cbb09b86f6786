package org.nuancan.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/// Refuses large forms. Only files may be larger, and those only from who is signed in, which the
/// [Doorkeeper] sees to.
@ServerFilter("/**")
final class FormSize {

    private static final long MOST_BYTES = 65_536;

    private final Pages pages;

    FormSize(Pages pages) {
        this.pages = pages;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        var isFile =
                request.getContentType()
                        .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                        .isPresent();
        // A body without a length comes in parts, as no browser sends a form.
        var isLarge =
                request.getContentLength() > MOST_BYTES
                        || request.getHeaders().contains("Transfer-Encoding");
        return isLarge && !isFile
                ? pages.refusal(VisitBinder.of(request).orElse(Visit.STRANGER), 413, "malformed")
                : null;
    }
}
