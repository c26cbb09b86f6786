package org.nuancan.console.api;

import com.fasterxml.jackson.databind.JavaType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Signing in and out, and what several areas of the console read from meal-api.
public final class MealApi {

    private static final Set<String> SALES = Set.of("sale", "refund");

    private final Wire wire;
    private final ApiClient client;

    /// @param base where meal-api answers, such as `http://127.0.0.1:8080`
    public MealApi(URI base) {
        this.wire = new Wire(base);
        this.client = new ApiClient(wire);
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
        var form = "grant_type=refresh_token&refresh_token=" + ApiPath.encoded(refreshToken);
        var request =
                wire.to("/oauth/access_token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return wire.ask(request, type(Tokens.class));
    }

    /// Ends the session at meal-api too.
    public Answer<Boolean> signOut(ApiCaller caller) {
        return wire.tell(as(caller, "/v1/sign-out").POST(BodyPublishers.noBody()));
    }

    /// The sites that concern the caller.
    public Answer<List<Site>> sites(ApiCaller caller) {
        return client.all(caller, ApiPath.of("/v1/me/sites"), Site.class);
    }

    /// The names of all policies that the caller may see.
    public Answer<List<PolicyName>> policies(ApiCaller caller) {
        return client.all(caller, ApiPath.of("/v1/policies"), PolicyName.class);
    }

    /// What a site sold on a day.
    ///
    /// @param date meal-api's today if absent
    public Answer<Sales> sales(ApiCaller caller, String siteId, Optional<LocalDate> date) {
        var path = ApiPath.of("/v1/sites/{}/sales", siteId).with("date", date);
        return client.get(caller, path, Sales.class);
    }

    /// Who the caller is and what the scope covers.
    public Answer<Me> me(ApiCaller caller) {
        return client.get(caller, ApiPath.of("/v1/me"), Me.class);
    }

    /// Changes the own password; every earlier token ends, and a new pair comes back.
    public Answer<Tokens> changePassword(ApiCaller caller, String password, String newPassword) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/me/password"))
                        .with("password", password)
                        .with("newPassword", newPassword);
        return client.send(caller, request, Tokens.class);
    }

    /// The live stream of events that the caller may see.
    ///
    /// @param after the last event that was seen
    public Answer<LiveEvents> events(ApiCaller caller, Optional<String> after) {
        var request = as(caller, "/v1/events").setHeader("Accept", "text/event-stream");
        after.ifPresent(id -> request.header("Last-Event-ID", id));
        return wire.open(request.GET());
    }

    /// The sale or refund of an event; empty for other events.
    public static Optional<Sale> sale(LiveEvent event) {
        return SALES.contains(event.name())
                ? Wire.read(event.text(), Sale.class)
                : Optional.empty();
    }

    private HttpRequest.Builder as(ApiCaller caller, String path) {
        return wire.to(path)
                .header("Authorization", "Bearer " + caller.accessToken())
                .header("Accept-Language", caller.language());
    }

    private static HttpRequest.BodyPublisher body(Object value) {
        return BodyPublishers.ofString(Wire.write(value));
    }

    private static JavaType type(Class<?> type) {
        return Wire.types().constructType(type);
    }
}
