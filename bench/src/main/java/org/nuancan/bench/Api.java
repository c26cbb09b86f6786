package org.nuancan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/// Calls a service as a till.
///
/// @param authorization the header's value; empty for anonymous requests
record Api(HttpClient http, URI address, String authorization) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// An answer of the service.
    ///
    /// @param replayed whether the service marked it as a repeated answer
    record Reply(int status, JsonNode body, boolean replayed) {

        /// The problem's code; empty if there is none.
        String code() {
            return body.path("code").asText("");
        }

        /// The amount at a place in the body.
        long fen(String field) {
            return body.path(field).asLong(-1);
        }
    }

    /// Signs in.
    ///
    /// @throws IllegalStateException if the sign-in is refused
    static Api signedIn(HttpClient http, URI address, String name, String password) {
        var reply =
                new Api(http, address, "")
                        .post(
                                "/login",
                                UUID.randomUUID().toString(),
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(name, password));
        if (reply.status() != 200) {
            throw new IllegalStateException("sign-in of " + name + ": " + reply);
        }
        return new Api(http, address, "Bearer " + reply.body().path("access_token").asText());
    }

    /// The same caller for another service.
    Api at(URI other) {
        return new Api(http, other, authorization);
    }

    /// Gets the text at a path.
    String get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path))).text();
    }

    /// Whether the service answers a GET at a path, with any status.
    static boolean answers(HttpClient http, URI address, String path) {
        try {
            var request =
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// Sends a POST and reads the answer, with any status.
    Reply post(String path, String key, String body) {
        var told =
                send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(body)));
        try {
            return new Reply(told.status(), JSON.readTree(told.text()), told.replayed());
        } catch (IOException exception) {
            throw new IllegalStateException(path + ": " + told, exception);
        }
    }

    private record Sent(int status, String text, boolean replayed) {}

    private Sent send(HttpRequest.Builder request) {
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            var response =
                    http.send(
                            request.timeout(Duration.ofSeconds(30)).build(),
                            BodyHandlers.ofString());
            var replayed = response.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Sent(response.statusCode(), response.body(), replayed);
        } catch (IOException exception) {
            throw new IllegalStateException(address.toString(), exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
