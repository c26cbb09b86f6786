package org.nuancan.http.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The language of texts for a caller.
public enum Language {
    /// The default.
    CHINESE,
    /// If `Accept-Language` prefers it.
    ENGLISH;

    /// The characters of the header that are read: enough for a few preferences.
    private static final int READ = 100;

    private static final double MOST = 1.0;

    /// The language that a request prefers.
    public static Language of(HttpRequest<?> request) {
        return preferred(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /// The preferred language in an `Accept-Language` (RFC 9110, section 12.5.4). Malformed parts
    /// are ignored.
    static Language preferred(@Nullable String header) {
        if (header == null) {
            return CHINESE;
        }
        var best = CHINESE;
        var weightOfBest = 0.0;
        for (var range : header.substring(0, Math.min(header.length(), READ)).split(",", -1)) {
            var language = languageOf(range);
            var weight = weightOf(range);
            if (language.isPresent() && weight > weightOfBest) {
                best = language.get();
                weightOfBest = weight;
            }
        }
        return best;
    }

    private static Optional<Language> languageOf(String range) {
        var tag = before(range, ';').strip();
        return switch (before(tag, '-').toLowerCase(Locale.ROOT)) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    /// The number after `q=`, from 0 to 1; 0 for any other text.
    private static double weightOf(String range) {
        var end = before(range, ';').length();
        if (end == range.length()) {
            return MOST;
        }
        var parameter = range.substring(end + 1).strip().toLowerCase(Locale.ROOT);
        var number = parameter.startsWith("q=") ? parameter.substring(2).strip() : "";
        if (number.isEmpty() || !number.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            return 0;
        }
        try {
            return Math.min(MOST, Double.parseDouble(number));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String before(String text, char end) {
        var at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }
}
