package org.nuancan.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// A caller of the service under test; see [ServerUnderTest].
public final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI address;
    private final ObjectMapper json;
    private final Map<String, String> headers;

    Client(HttpClient http, URI address, ObjectMapper json) {
        this(http, address, json, Map.of());
    }

    private Client(HttpClient http, URI address, ObjectMapper json, Map<String, String> headers) {
        this.http = http;
        this.address = address;
        this.json = json;
        this.headers = headers;
    }

    /// The same caller, sending a header with every request.
    public Client with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(http, address, json, more);
    }

    /// The same caller, asking another node.
    public Client at(URI node) {
        return new Client(http, node, json, headers);
    }

    /// The same caller with an idempotency key that is used once.
    public Client withNewKey() {
        return with("Idempotency-Key", UUID.randomUUID().toString());
    }

    public Reply get(String path) {
        return send("GET", path, "application/json", "");
    }

    /// @param body JSON text, or anything that is written as JSON
    public Reply post(String path, Object body) {
        return send("POST", path, "application/json", text(body));
    }

    public Reply post(String path) {
        return send("POST", path, "application/json", "");
    }

    /// @param body JSON text, or anything that is written as JSON
    public Reply put(String path, Object body) {
        return send("PUT", path, "application/json", text(body));
    }

    /// @param body JSON text, or anything that is written as JSON
    public Reply patch(String path, Object body) {
        return send("PATCH", path, "application/json", text(body));
    }

    /// @param form already encoded: `a=1&b=2`
    public Reply postForm(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    /// Any request.
    public Reply send(String method, String path, String contentType, String body) {
        return send(method, path, contentType, body.getBytes(UTF_8));
    }

    /// Uploads a file.
    public Reply upload(String path, String contentType, byte[] content) {
        return send("POST", path, contentType, content);
    }

    private Reply send(String method, String path, String contentType, byte[] body) {
        var isEmpty = body.length == 0;
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(TIMEOUT)
                        .method(
                                method,
                                isEmpty
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (!isEmpty) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::setHeader);
        try {
            var reply = Reply.of(http.send(request.build(), BodyHandlers.ofString()));
            Contract.of(http, address).check(method, path, new String(body, UTF_8), reply);
            return reply;
        } catch (IOException exception) {
            throw new UncheckedIOException(method + " " + path, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// A file.
    public byte[] download(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::setHeader);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer + " " + new String(answer.body(), UTF_8));
            }
            return answer.body();
        } catch (IOException exception) {
            throw new UncheckedIOException("GET " + path, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private String text(Object body) {
        if (body instanceof String text) {
            return text;
        }
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("no JSON", exception);
        }
    }
}
