package org.nuancan.bench.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;

/// Ordered meals that wait for runs.
public final class Meal {

    /// The result of planning the runs.
    ///
    /// @param answered time until the answer, over HTTP and with everything stored
    /// @param computed the part of it for routing, as reported by the service
    /// @param runs number of runs
    /// @param stops number of stops on all of them, each order once
    /// @param left number of orders that no rider can carry
    /// @param longest the largest number of stops of a run
    public record Result(
            Duration answered, Duration computed, int runs, int stops, int left, int longest) {}

    private final Service dispatcher;
    private final ObjectNode request;

    Meal(Service dispatcher, ObjectNode request) {
        this.dispatcher = dispatcher;
        this.request = request;
    }

    /// Requests the runs.
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
