package org.nuancan.http.json;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Locale;
import java.util.Set;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Refuses JSON and forms that declare another character set than UTF-8, since they would be
/// misread. Files have readers of their own, which honour the declared character set.
@ServerFilter("/**")
final class Charsets {

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii", "ascii");
    private static final String FORM = "x-www-form-urlencoded";

    @RequestFilter
    void check(HttpRequest<?> request) {
        var isOther =
                request.getContentType().filter(Charsets::isText).stream()
                        .flatMap(type -> type.getParameters().get("charset").stream())
                        .map(Object::toString)
                        .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                        .anyMatch(name -> !UTF_8.contains(name));
        if (isOther) {
            throw ProblemException.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isText(MediaType type) {
        var subtype = type.getSubtype();
        return subtype.equals("json") || subtype.endsWith("+json") || subtype.equals(FORM);
    }
}
