package org.nuancan.console.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// The cookies of the console: http-only and never sent along from another site.
///
/// Over HTTPS their names begin with `__Host-`, so that no other host of the domain can set them.
/// Browsers refuse that prefix over plain HTTP; there, on loopback, the bare names are used.
@Singleton
public final class Cookies {

    private static final String SESSION = "nuancan-session";
    private static final String VISITOR = "nuancan-visitor";
    private static final String LANGUAGE = "nuancan-language";
    private static final String DONE = "nuancan-done";
    private static final String HOST = "__Host-";

    private final ConsoleSettings settings;
    private final SessionCookie seal;

    Cookies(ConsoleSettings settings, SessionCookie seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /// The session that came with a request, if it is one that we sealed.
    public Optional<Session> session(HttpRequest<?> request) {
        return value(request, SESSION).flatMap(seal::open);
    }

    /// The random name of the browser, if it has one.
    public Optional<String> visitor(HttpRequest<?> request) {
        return value(request, VISITOR);
    }

    /// The code of the language that was last chosen.
    public Optional<String> language(HttpRequest<?> request) {
        return value(request, LANGUAGE);
    }

    /// The word for what was done by the form that led to this page.
    public Optional<String> done(HttpRequest<?> request) {
        return value(request, DONE);
    }

    /// Lets the next page say what was done.
    public Cookie done(String word) {
        return of(DONE, word).maxAge(Duration.ofMinutes(1));
    }

    /// Returns a cookie that removes the notice.
    public Cookie forgetDone() {
        return of(DONE, "").maxAge(Duration.ZERO);
    }

    /// Keeps a session until the browser is closed.
    public Cookie keep(Session session) {
        return of(SESSION, seal.seal(session));
    }

    /// Ends the session in the browser.
    public Cookie forgetSession() {
        return of(SESSION, "").maxAge(Duration.ZERO);
    }

    /// Names the browser until it is closed.
    public Cookie visitor(String visitor) {
        return of(VISITOR, visitor);
    }

    /// Keeps the choice of a language for a year.
    public Cookie language(String code) {
        return of(LANGUAGE, code).maxAge(Duration.ofDays(365));
    }

    private Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(prefixed(name)).map(Cookie::getValue);
    }

    private Cookie of(String name, String value) {
        return Cookie.of(prefixed(name), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite(SameSite.Strict);
    }

    private String prefixed(String name) {
        return settings.secureCookies() ? HOST + name : name;
    }

    /// Whether a `Set-Cookie` header sets the session.
    public boolean isSession(String header) {
        return header.startsWith(prefixed(SESSION) + "=");
    }
}
