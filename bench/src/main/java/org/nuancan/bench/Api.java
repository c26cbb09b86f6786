package org.nuancan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/// The service as a till or an officer reaches it.
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI address;
    private final String authorization;

    private Api(HttpClient http, URI address, String authorization) {
        this.http = http;
        this.address = address;
        this.authorization = authorization;
    }

    /// Signs in.
    static Api signedIn(HttpClient http, URI address, String name, String password) {
        var anybody = new Api(http, address, "");
        var answer =
                anybody.post(
                        "/login",
                        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, password));
        return new Api(http, address, "Bearer " + answer.at("/access_token").asText());
    }

    /// Whether anybody answers yet.
    static boolean answers(HttpClient http, URI address) {
        try {
            var keys = HttpRequest.newBuilder(address.resolve("/keys")).build();
            return http.send(keys, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// Posts, with a new key, and reads the answer.
    ///
    /// @throws IllegalStateException if it is refused
    JsonNode post(String path, String body) {
        try {
            var response = send(path, body);
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        path + ": " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException exception) {
            throw new IllegalStateException(path, exception);
        }
    }

    private HttpResponse<String> send(String path, String body) throws IOException {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
