package org.nuancan.console.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import org.nuancan.console.session.ConsoleSettings;

/// Tells browsers what our pages never do, and that nothing personal is kept.
@ServerFilter("/**")
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    CONTENT_SECURITY_POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    // Not stricter: without a referrer a form's Origin would be null.
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=()");

    private final ConsoleSettings settings;

    SecurityHeaders(ConsoleSettings settings) {
        this.settings = settings;
    }

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        ALWAYS.forEach((name, value) -> response.getHeaders().set(name, value));
        if (settings.secureCookies()) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
