package org.nuancan.demo.lunch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Calls the service over HTTP.
final class Api implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    Api(URI base) {
        this.base = base;
    }

    Answer get(Optional<String> token, String path) {
        return send("GET", path, request(token, path).GET().build());
    }

    /// Sends a body. With a key the request is sent again if the answer was lost, and takes effect
    /// once.
    Answer send(String method, Optional<String> token, String path, JsonNode body, String... key) {
        var request =
                request(token, path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        if (key.length > 0) {
            request.header("Idempotency-Key", key[0]);
        }
        return send(method, path, request.build());
    }

    private HttpRequest.Builder request(Optional<String> token, String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json, application/problem+json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private Answer send(String method, String path, HttpRequest request) {
        var safe =
                method.equals("GET") || request.headers().firstValue("Idempotency-Key").isPresent();
        for (var attempt = 1; ; attempt++) {
            try {
                var answer = answer(method + " " + path, request);
                if (answer.status() != 503 || !safe || attempt == TRIES) {
                    return answer;
                }
            } catch (IOException exception) {
                if (!safe || attempt == TRIES) {
                    throw new Disagreement(
                            "%s %s 没有回答 · no answer from %s: %s"
                                    .formatted(method, path, base, exception),
                            exception);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(200L * attempt).toNanos());
        }
    }

    private Answer answer(String what, HttpRequest request) throws IOException {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var replayed = response.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Answer(what, response.statusCode(), body(response.body()), replayed);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new Disagreement("中断 · interrupted", exception);
        }
    }

    private static JsonNode body(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException exception) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
