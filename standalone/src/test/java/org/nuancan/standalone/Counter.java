package org.nuancan.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// A till and an office that call the running service over HTTP; a refused request fails the test.
final class Counter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Counter(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    String signIn(String username) throws IOException, InterruptedException {
        var body = "{\"username\":\"" + username + "\",\"password\":\"demo-pass\"}";
        return send("", "POST", "/login", body, "").path("access_token").asText();
    }

    /// Sells the first item of a price list to the holder of a card, paid in cash.
    JsonNode sell(String till, String card, String sku, String key)
            throws IOException, InterruptedException {
        var fields =
                """
                "credential":{"type":"CARD","value":"%s"},"slot":"LUNCH","fulfilment":"DINE_IN",
                "items":[{"sku":"%s","quantity":1}]
                """
                        .formatted(card, sku);
        var quote = send(till, "POST", "/v1/pos/quotes", "{" + fields + "}", "");
        var tenders =
                ",\"tenders\":[{\"type\":\"CASH\",\"amountFen\":"
                        + quote.path("elderPaysFen").asLong()
                        + "}],\"roundingFen\":0";
        return send(till, "POST", "/v1/pos/checkouts", "{" + fields + tenders + "}", key);
    }

    JsonNode send(String token, String method, String path, String body, String key)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
