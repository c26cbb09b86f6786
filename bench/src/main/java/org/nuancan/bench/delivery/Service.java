package org.nuancan.bench.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Calls the service as one user; a refusal ends the measurement.
///
/// @param authorization the header's value; empty for anonymous requests
record Service(HttpClient http, URI address, String authorization) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    Service signedIn(String name, String password) {
        var tokens = post("/login", Map.of("username", name, "password", password));
        return new Service(http, address, "Bearer " + tokens.path("access_token").asText());
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, Object body) {
        try {
            var request =
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .method(
                                    method,
                                    BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + answer + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException exception) {
            throw new IllegalStateException(method + " " + path, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
