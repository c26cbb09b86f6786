package org.nuancan.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// A till that reaches the service like a canteen's: through the proxy, with its own token.
///
/// @param service the proxy's address
/// @param token of the terminal
record ProxyTill(HttpClient http, URI service, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration LONGEST_SHIFT = Duration.ofMinutes(5);

    /// An answer of the service.
    record Answer(int status, String body) {

        JsonNode at(String pointer) {
            try {
                return JSON.readTree(body).at(pointer);
            } catch (JsonProcessingException exception) {
                throw new IllegalStateException(body, exception);
            }
        }

        String text(String pointer) {
            return at(pointer).asText();
        }
    }

    /// Opens a canteen with one dish and activates a till there, all through the proxy.
    ///
    /// @param password of the first administrator
    static ProxyTill open(URI service, String password) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var admin = new ProxyTill(http, service, token(http, service, "city", password));
        var provider =
                admin.post(
                                "/v1/providers",
                                """
                                {"name": "望京食堂", "kind": "CANTEEN", "districtCode": "110105",
                                 "bankAccount": {"name": "望京食堂", "number": "6222020200012345",
                                                 "bankCode": "102100099996"}}
                                """)
                        .text("/providerId");
        var site =
                admin.post(
                                "/v1/sites",
                                """
                                {"providerId": "%s", "name": "望京助餐点", "division": "110105012",
                                 "type": "STATION", "grade": 2, "listedFrom": "2022-04-01",
                                 "listedTo": null, "address": "望京街 1 号", "latitude": 39.99,
                                 "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                                """
                                        .formatted(provider))
                        .text("/siteId");
        var _ =
                admin.post(
                        "/v1/sites/" + site + "/prices",
                        """
                        [{"sku": "SET", "name": "午餐套餐", "priceFen": 1800,
                          "subsidisable": true, "openPrice": false}]
                        """);
        var terminal = admin.post("/v1/sites/" + site + "/terminals", "{\"label\": \"1 号收银台\"}");
        var activated =
                admin.post(
                        "/v1/terminals/activate",
                        """
                        {"terminalId": "%s", "activationCode": "%s"}
                        """
                                .formatted(
                                        terminal.text("/terminalId"),
                                        terminal.text("/activationCode")));
        return new ProxyTill(
                http,
                service,
                token(http, service, terminal.text("/terminalId"), activated.text("/secret")));
    }

    /// Sells one set meal for 18.00 in cash, once.
    Answer sell() {
        return post(
                "/v1/pos/checkouts",
                """
                {"credential": null, "slot": "LUNCH", "items": [{"sku": "SET", "quantity": 1}],
                 "tenders": [{"type": "CASH", "amountFen": 1800}]}
                """);
    }

    /// Sells until the test is over, at most for some minutes.
    List<Answer> sellUntil(AtomicBoolean over) {
        var deadline = System.nanoTime() + LONGEST_SHIFT.toNanos();
        var answers = new ArrayList<Answer>();
        while (!over.get() && System.nanoTime() < deadline) {
            answers.add(sell());
        }
        return answers;
    }

    private static String token(HttpClient http, URI service, String name, String password) {
        var login =
                new ProxyTill(http, service, "")
                        .post(
                                "/login",
                                """
                                {"username": "%s", "password": "%s"}
                                """
                                        .formatted(name, password));
        return login.text("/access_token");
    }

    private Answer post(String path, String body) {
        var request =
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(LONGEST)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
