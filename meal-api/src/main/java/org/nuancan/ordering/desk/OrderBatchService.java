package org.nuancan.ordering.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.db.Ids;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.desk.OrderBatchResponse.Result;

/// Places many orders, each in a transaction of its own and under a key of its own that is made
/// from the key of the request. So a request that was interrupted can be sent again, and orders
/// that it placed are not placed twice.
@Singleton
final class OrderBatchService {

    /// The stored answer for one order of a batch.
    record Placed(Id orderId, List<String> alerts) {}

    private final IdempotencyKeys keys;
    private final PreorderService orders;
    private final Ids ids;
    private final ObjectMapper json;

    OrderBatchService(IdempotencyKeys keys, PreorderService orders, Ids ids, ObjectMapper json) {
        this.keys = keys;
        this.orders = orders;
        this.ids = ids;
        this.json = json;
    }

    HttpResponse<OrderBatchResponse> place(
            IdempotencyKey key, OrderBatchRequest batch, Caller caller) {
        var earlier = keys.<OrderBatchResponse>find(key, batch);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var results = new ArrayList<Result>();
        for (var order : batch.orders()) {
            results.add(result(part(key, results.size()), order, caller));
        }
        return keys.once(key, batch, _ -> Answer.ok(new OrderBatchResponse(results)));
    }

    private Result result(IdempotencyKey key, OrderBody order, Caller caller) {
        try {
            var placed = placed(keys.once(key, order, _ -> Answer.created(place(order, caller))));
            return Result.of(orders.find(placed.orderId().value(), placed.alerts(), caller));
        } catch (ProblemException refusal) {
            return Result.of(refusal);
        }
    }

    private Placed place(OrderBody order, Caller caller) {
        var answer = orders.place(order.placement(ids.next(), caller));
        return new Placed(answer.orderId(), answer.alerts());
    }

    /// Reads the answer of the key, which may have been stored by an earlier request.
    private Placed placed(HttpResponse<Placed> response) {
        try {
            var tree = json.readTree(response.getBody(byte[].class).orElseThrow());
            var alerts = tree.path("alerts").valueStream().map(one -> one.textValue()).toList();
            return new Placed(Id.of(tree.path("orderId").textValue()), alerts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static IdempotencyKey part(IdempotencyKey key, int index) {
        return new IdempotencyKey(
                key.caller(), "batch:" + hash(key.key()) + "/" + index, key.operation());
    }

    private static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("a JVM without SHA-256", failure);
        }
    }
}
