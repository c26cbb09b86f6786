package org.nuancan.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Refuses forms that say they are in another character set than UTF-8, in which every page of the
/// console is.
@ServerFilter("/**")
final class FormCharset {

    private final Pages pages;

    FormCharset(Pages pages) {
        this.pages = pages;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        var isOther =
                request.getContentType().stream()
                        .flatMap(type -> type.getParameters().get("charset").stream())
                        .map(name -> name.toString().replace("\"", "").toLowerCase(Locale.ROOT))
                        .anyMatch(name -> !name.equals("utf-8") && !name.equals("us-ascii"));
        return isOther
                ? pages.refusal(VisitBinder.of(request).orElse(Visit.STRANGER), 415, "malformed")
                : null;
    }
}
