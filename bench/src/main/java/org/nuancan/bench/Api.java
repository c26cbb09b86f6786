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

/// A service as a till reaches it.
///
/// @param authorization the header's value; empty for anybody
record Api(HttpClient http, URI address, String authorization) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// An answer.
    ///
    /// @param replayed whether the service said that it is an earlier one
    record Reply(int status, JsonNode body, boolean replayed) {

        /// The problem's code; empty for none.
        String code() {
            return body.path("code").asText("");
        }

        /// An amount at a place.
        long fen(String field) {
            return body.path(field).asLong(-1);
        }
    }

    /// Signs in.
    ///
    /// @throws IllegalStateException if that is refused
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

    /// The same caller at another service.
    Api at(URI other) {
        return new Api(http, other, authorization);
    }

    /// What stands at a path, as text.
    String get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path))).text();
    }

    /// Whether anything answers a GET at a path yet, whatever it says.
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

    /// Posts and reads the answer, whatever it is.
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

    private record Told(int status, String text, boolean replayed) {}

    private Told send(HttpRequest.Builder request) {
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            var response =
                    http.send(
                            request.timeout(Duration.ofSeconds(30)).build(),
                            BodyHandlers.ofString());
            var replayed = response.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Told(response.statusCode(), response.body(), replayed);
        } catch (IOException exception) {
            throw new IllegalStateException(address.toString(), exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
