package org.nuancan.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.nuancan.demo.lunch.Play;

/// Something for every page of the console to show: the demo's lunch and deliveries, and one
/// statement that goes through all levels into a payment batch.
final class ConsoleHistory {

    private static final int CHECKOUTS = 60;
    private static final int TILLS = 2;

    private ConsoleHistory() {}

    /// The lunch and the deliveries only: every statement waits for its provider.
    static void lunch(int port) {
        var url = URI.create("http://127.0.0.1:" + port);
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var _ = Play.play(new Play.Size(url, CHECKOUTS, TILLS), nowhere, _ -> {});
    }

    static void play(int port) throws Exception {
        lunch(port);
        try (var counter = new Counter(port)) {
            var statement = first(counter, "canteen");
            step(counter, "canteen", statement, "confirm");
            step(counter, "street", statement, "review");
            step(counter, "chaoyang", statement, "approve");
            var date = statement.path("date").asText();
            var batch = "{\"districtCode\":\"110105\",\"throughDate\":\"%s\"}".formatted(date);
            var finance = counter.signIn("finance");
            var _ = counter.send(finance, "POST", "/v1/payment-batches", batch, "history-batch");
        }
    }

    private static JsonNode first(Counter counter, String user) throws Exception {
        var token = counter.signIn(user);
        var queue = counter.send(token, "GET", "/v1/review-queue", "", "");
        return queue.path("items").path(0);
    }

    private static void step(Counter counter, String user, JsonNode statement, String act)
            throws Exception {
        var id = statement.path("statementId").asText();
        var path = "/v1/statements/" + id + "/" + act;
        var _ = counter.send(counter.signIn(user), "POST", path, "{}", "");
    }
}
