package org.nuancan.bench.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;

/// Ordered meals that wait for their runs.
public final class Meal {

    /// What came of it.
    ///
    /// @param answered until the answer was there, over HTTP and with everything written down
    /// @param computed of that, the routing, as the service says
    /// @param runs how many
    /// @param stops on all of them, each order once
    /// @param left what no rider can carry
    /// @param longest the most stops of a run
    public record Result(
            Duration answered, Duration computed, int runs, int stops, int left, int longest) {}

    private final Service dispatcher;
    private final ObjectNode request;

    Meal(Service dispatcher, ObjectNode request) {
        this.dispatcher = dispatcher;
        this.request = request;
    }

    /// Has the runs made.
    public Result plan() {
        var began = System.nanoTime();
        var answer = dispatcher.post("/v1/delivery-runs", request);
        var answered = Duration.ofNanos(System.nanoTime() - began);
        var orders = new HashSet<String>();
        var longest = 0;
        for (JsonNode run : answer.path("items")) {
            var stops = run.path("stops").findValuesAsText("orderId");
            orders.addAll(stops);
            longest = Math.max(longest, stops.size());
        }
        return new Result(
                answered,
                Duration.ofMillis(answer.path("tookMs").asLong()),
                answer.path("items").size(),
                orders.size(),
                answer.path("left").size(),
                longest);
    }
}
