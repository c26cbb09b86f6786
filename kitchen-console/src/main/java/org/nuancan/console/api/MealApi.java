package org.nuancan.console.api;

import com.fasterxml.jackson.databind.JavaType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.nuancan.console.api.Answer.Given;

/// Everything the console asks of meal-api.
public final class MealApi {

    private static final Set<String> SALES = Set.of("sale", "refund");
    private static final int WHOLE_PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final Wire wire;

    /// @param base where meal-api answers, such as `http://127.0.0.1:8080`
    public MealApi(URI base) {
        this.wire = new Wire(base);
    }

    /// Signs in with a name and a password.
    ///
    /// @param forwardedFor the browser's address and its proxies', as `X-Forwarded-For` has them
    public Answer<Tokens> signIn(
            String username, String password, String language, String forwardedFor) {
        var request =
                wire.to("/login")
                        .header("Accept-Language", language)
                        .header("X-Forwarded-For", forwardedFor)
                        .header("Content-Type", "application/json")
                        .POST(body(Map.of("username", username, "password", password)));
        return wire.ask(request, type(Tokens.class));
    }

    /// A new pair for a refresh token, which is spent by it.
    public Answer<Tokens> renew(String refreshToken) {
        var form = "grant_type=refresh_token&refresh_token=" + encoded(refreshToken);
        var request =
                wire.to("/oauth/access_token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return wire.ask(request, type(Tokens.class));
    }

    /// Ends the session at meal-api too.
    public Answer<Boolean> signOut(Asking asking) {
        return wire.tell(as(asking, "/v1/sign-out").POST(BodyPublishers.noBody()));
    }

    /// The sites that concern the caller.
    public Answer<List<Site>> sites(Asking asking) {
        return all(asking, "/v1/me/sites", Site.class);
    }

    /// The names of all policies that the caller may see.
    public Answer<List<PolicyName>> policies(Asking asking) {
        return all(asking, "/v1/policies", PolicyName.class);
    }

    /// What a site sold on a day.
    ///
    /// @param date meal-api's today if absent
    public Answer<Sales> sales(Asking asking, String siteId, Optional<LocalDate> date) {
        var day = Map.of("date", date.map(LocalDate::toString).orElse(""));
        var path = "/v1/sites/" + encoded(siteId) + "/sales" + query(day);
        return wire.ask(as(asking, path).GET(), type(Sales.class));
    }

    /// One part of the list of statements.
    public Answer<Listed<Statement>> statements(Asking asking, StatementFilter filter) {
        var path =
                "/v1/statements"
                        + query(
                                Map.of(
                                        "date", filter.date().map(LocalDate::toString).orElse(""),
                                        "state", filter.state().orElse(""),
                                        "after", filter.after().orElse("")));
        return wire.ask(as(asking, path).GET(), listed(Statement.class));
    }

    /// One statement.
    public Answer<Statement> statement(Asking asking, String statementId) {
        var path = "/v1/statements/" + encoded(statementId);
        return wire.ask(as(asking, path).GET(), type(Statement.class));
    }

    /// One part of a statement's lines.
    public Answer<Listed<StatementLine>> lines(
            Asking asking, String statementId, Optional<String> after) {
        var path =
                "/v1/statements/"
                        + encoded(statementId)
                        + "/lines"
                        + query(Map.of("after", after.orElse("")));
        return wire.ask(as(asking, path).GET(), listed(StatementLine.class));
    }

    /// The live stream of what concerns the caller.
    ///
    /// @param after the last event that was seen
    public Answer<LiveEvents> events(Asking asking, Optional<String> after) {
        var request = as(asking, "/v1/events").setHeader("Accept", "text/event-stream");
        after.ifPresent(id -> request.header("Last-Event-ID", id));
        return wire.open(request.GET());
    }

    /// The sale or refund that an event tells of, if it tells of one.
    public static Optional<Sale> sale(LiveEvent event) {
        return SALES.contains(event.name())
                ? Wire.read(event.text(), Sale.class)
                : Optional.empty();
    }

    private <T> Answer<List<T>> all(Asking asking, String path, Class<T> type) {
        List<T> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            var query = query(Map.of("limit", "" + WHOLE_PAGE, "after", after.orElse("")));
            Answer<Listed<T>> answer = wire.ask(as(asking, path + query).GET(), listed(type));
            if (!(answer instanceof Given<Listed<T>>(var part))) {
                return answer.map(Listed::items);
            }
            found.addAll(part.items());
            after = part.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return new Given<>(List.copyOf(found));
    }

    private HttpRequest.Builder as(Asking asking, String path) {
        return wire.to(path)
                .header("Authorization", "Bearer " + asking.accessToken())
                .header("Accept-Language", asking.language());
    }

    private static String query(Map<String, String> parameters) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.add(name + "=" + encoded(value));
            }
        });
        return query.toString();
    }

    private static String encoded(String value) {
        // A dot too, so that no id can climb out of its path.
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    private static HttpRequest.BodyPublisher body(Object value) {
        return BodyPublishers.ofString(Wire.write(value));
    }

    private static JavaType type(Class<?> type) {
        return Wire.types().constructType(type);
    }

    private static JavaType listed(Class<?> type) {
        return Wire.types().constructParametricType(Listed.class, type);
    }
}
