package org.nuancan.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/// Which of the two languages a caller reads.
public enum Language {
    /// The default.
    CHINESE,
    /// Where `Accept-Language` prefers it.
    ENGLISH;

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    /// The language that a request prefers.
    public static Language of(HttpRequest<?> request) {
        var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return CHINESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return Locale.ENGLISH.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException _) {
            return CHINESE;
        }
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }
}
