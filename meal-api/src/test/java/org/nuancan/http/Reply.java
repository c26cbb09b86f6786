package org.nuancan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/// What the service under test answered.
///
/// @param body as it came
public record Reply(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /// The body as JSON.
    public JsonNode json() {
        try {
            return PLAIN.readTree(body);
        } catch (JsonProcessingException exception) {
            throw new AssertionError("no JSON: " + this, exception);
        }
    }

    /// The value at a JSON pointer; a missing node if there is none.
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /// The text at a JSON pointer.
    public String text(String pointer) {
        var node = at(pointer);
        if (!node.isTextual()) {
            throw new AssertionError("no text at " + pointer + ": " + this);
        }
        return node.textValue();
    }

    /// The whole number at a JSON pointer.
    public long number(String pointer) {
        var node = at(pointer);
        if (!node.isIntegralNumber()) {
            throw new AssertionError("no whole number at " + pointer + ": " + this);
        }
        return node.longValue();
    }

    /// The `code` of a problem.
    public String code() {
        return text("/code");
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + "\n" + body;
    }
}
