package org.nuancan.console.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.export.TableRequest;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Forms;
import org.nuancan.console.session.Renewal.GoesOn;
import org.nuancan.console.session.Renewal.Over;
import org.nuancan.console.session.Renewal.Unknown;
import org.nuancan.console.session.Session;
import org.nuancan.console.session.Sessions;

/// Runs before every page: finds the language and the session, renews it, and refuses requests
/// without a session except at the open places. A form must have been made by this console.
@ServerFilter("/**")
final class Doorkeeper {

    /// What pages ask by themselves; it does not count as use.
    private static final Set<String> BY_ITSELF =
            Set.of("/account/idle", "/today/live", "/today/sums");

    /// The parameter of a page that looks at itself again.
    private static final String BY_ITSELF_AGAIN = "by-itself";

    private static final List<String> OPEN = List.of("/assets/", "/sign-in", "/health");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int OK = 200;
    private static final String PART = "HX-Request";
    private static final String RENEWED = "nuancan.renewed";
    private static final String NEW_VISITOR = "nuancan.new-visitor";

    private final Cookies cookies;
    private final Forms forms;
    private final Sessions sessions;
    private final Pages pages;

    Doorkeeper(Cookies cookies, Forms forms, Sessions sessions, Pages pages) {
        this.cookies = cookies;
        this.forms = forms;
        this.sessions = sessions;
        this.pages = pages;
    }

    @ExecuteOn(TaskExecutors.BLOCKING)
    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        var visit = visit(request);
        request.setAttribute(Visit.ATTRIBUTE, visit);
        if (!READING.contains(request.getMethod()) && comesFromElsewhere(request)) {
            return pages.refusal(visit, 403, "form-foreign");
        }
        if (OPEN.stream().anyMatch(request.getPath()::startsWith)) {
            return null;
        }
        var session = cookies.session(request);
        if (session.isEmpty()) {
            return pages.signInFirst(request, visit);
        }
        if (!sessions.idleLeft(session.get()).isPositive()) {
            sessions.end(new ApiCaller(session.get().accessToken(), visit.language().code()));
            return pages.signInFirst(request, visit);
        }
        return continued(request, visit, session.get());
    }

    private @Nullable HttpResponse<?> continued(
            HttpRequest<?> request, Visit visit, Session session) {
        return switch (sessions.current(session)) {
            case GoesOn(var going) -> {
                var now = asksByItself(request) ? going : sessions.used(going);
                request.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(visit, now));
                if (!now.equals(session)) {
                    request.setAttribute(RENEWED, now);
                }
                yield null;
            }
            case Over() -> pages.signInFirst(request, visit);
            case Unknown() -> pages.refusal(visit, 503, "api-silent");
        };
    }

    private static boolean asksByItself(HttpRequest<?> request) {
        return BY_ITSELF.contains(request.getPath())
                || request.getParameters().contains(BY_ITSELF_AGAIN);
    }

    private Visit visit(HttpRequest<?> request) {
        var language =
                request.getParameters()
                        .getFirst("lang")
                        .or(() -> cookies.language(request))
                        .flatMap(Language::of)
                        .orElse(Language.ZH);
        var visitor =
                cookies.visitor(request)
                        .orElseGet(() -> {
                            var fresh = forms.visitor();
                            request.setAttribute(NEW_VISITOR, fresh);
                            return fresh;
                        });
        var isPart = request.getHeaders().contains(PART);
        return new Visit(
                language,
                visitor,
                request.getUri().toString(),
                isPart,
                cookies.done(request),
                file(request));
    }

    private static Optional<TableRequest> file(HttpRequest<?> request) {
        var query = request.getParameters();
        return query.getFirst("file")
                .flatMap(format -> TableRequest.of(format, query.getFirst("table").orElse("")));
    }

    /// Browsers name the origin of a request; without an origin the form's token is still needed.
    private static boolean comesFromElsewhere(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = headers.get(HttpHeaders.ORIGIN);
        var host = headers.get(HttpHeaders.HOST);
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }

    @ResponseFilter
    void see(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getPath().startsWith("/assets/")) {
            return;
        }
        request.getParameters()
                .getFirst("lang")
                .flatMap(Language::of)
                .ifPresent(language -> response.cookie(cookies.language(language.code())));
        request.getAttribute(NEW_VISITOR, String.class)
                .ifPresent(visitor -> response.cookie(cookies.visitor(visitor)));
        if (response.status().getCode() == OK && isPage(request)) {
            response.cookie(cookies.forgetDone());
        }
        if (!request.getPath().equals("/sign-out") && !setsSession(response)) {
            request.getAttribute(RENEWED, Session.class)
                    .ifPresent(session -> response.cookie(cookies.keep(session)));
        }
    }

    private boolean isPage(HttpRequest<?> request) {
        return cookies.done(request).isPresent()
                && !asksByItself(request)
                && !request.getHeaders().contains(PART);
    }

    /// Whether the answer has a newer session already, after another password.
    private boolean setsSession(MutableHttpResponse<?> response) {
        return response.getHeaders().getAll(HttpHeaders.SET_COOKIE).stream()
                .anyMatch(cookies::isSession);
    }
}
