package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.lunch;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.Client;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// A node with tills that sell at it while something happens to its database, and a second node,
/// which asks afterwards what was stored.
class SellingNode {

    private static final int TILLS = 8;
    private static final Duration PAUSE = Duration.ofMillis(10);

    final Canteen canteen;
    final Client till;
    final Client near;
    final URI nearAddress;
    final Queue<TimedAnswer> answers = new ConcurrentLinkedQueue<>();

    /// Keys of sales that were acknowledged, or that have to be asked again.
    final Map<String, Map<String, Object>> sent = new ConcurrentHashMap<>();

    /// @param good how the second node reaches the database
    /// @param database how this node reaches it
    /// @param settings of this node
    SellingNode(TestDatabase good, TestDatabase database, Map<String, Object> settings) {
        canteen = Canteen.open(ServerUnderTest.start(good, Map.of()));
        var node = ServerUnderTest.start(database, settings);
        nearAddress = node.address();
        till = canteen.till().at(nearAddress);
        near = node.anonymous();
        var _ = sellOnce();
    }

    /// Lets tills work while something happens to the network.
    void during(Runnable fault, List<BooleanSupplier> tills) {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : tills) {
                var _ =
                        threads.submit(() -> {
                            while (!over.get() && one.getAsBoolean()) {
                                LockSupport.parkNanos(PAUSE.toNanos());
                            }
                        });
            }
            try {
                fault.run();
            } finally {
                over.set(true);
            }
        }
    }

    /// Tills that sell one meal after another, each with the same key until it is sold.
    List<BooleanSupplier> sellers() {
        return IntStream.range(0, TILLS).mapToObj(_ -> seller(canteen.ordinary())).toList();
    }

    private BooleanSupplier seller(Canteen.Diner diner) {
        var sale = lunch(diner, 1800);
        var key = new AtomicReference<>(newKey(sale));
        return () -> {
            var reply = sell(key.get(), sale);
            if (reply.status() == 201) {
                key.set(newKey(sale));
            }
            return true;
        };
    }

    private String newKey(Map<String, Object> sale) {
        var key = UUID.randomUUID().toString();
        sent.put(key, sale);
        return key;
    }

    private Reply sell(String key, Map<String, Object> sale) {
        return post("sale", till.with("Idempotency-Key", key), "/v1/pos/checkouts", sale);
    }

    /// Sells a meal without an elder, with the same key until it is sold.
    Reply sellOnce() {
        var sale = Canteen.sale(Canteen.NOBODY, 1800);
        var key = newKey(sale);
        var last = new AtomicReference<>(sell(key, sale));
        NodeProcess.await(() -> {
            if (last.get().status() != 201) {
                last.set(sell(key, sale));
            }
            return last.get().status() == 201;
        });
        return last.get();
    }

    /// Asks what a meal costs.
    Reply quote() {
        var meal = Canteen.without(Canteen.sale(Canteen.NOBODY, 0), "tenders");
        return post("quote", till, "/v1/pos/quotes", meal);
    }

    /// Posts and remembers the answer.
    Reply post(String of, Client client, String path, Object body) {
        var began = System.nanoTime();
        var reply = client.post(path, body);
        var ended = System.nanoTime();
        answers.add(new TimedAnswer(of, reply, Duration.ofNanos(ended - began), ended));
        return reply;
    }

    /// Waits until a sale succeeds.
    ///
    /// @return how long it took
    Duration untilASaleSucceeds() {
        var began = System.nanoTime();
        var _ = sellOnce();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// How many sales were acknowledged.
    long sold() {
        return answers.stream().filter(TimedAnswer::isSale).count();
    }

    /// The longest time without an acknowledged sale.
    ///
    /// @param from from where on, on the clock of [System#nanoTime()]
    Duration longestPause(long from) {
        var longest = Duration.ZERO;
        var last = from;
        for (var time :
                answers.stream()
                        .filter(TimedAnswer::isSale)
                        .map(TimedAnswer::atNanos)
                        .sorted()
                        .toList()) {
            if (time > last) {
                var pause = Duration.ofNanos(time - last);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                last = time;
            }
        }
        return longest;
    }

    boolean isReady() {
        return near.get("/health/readiness").status() == 200;
    }

    /// No answer but success and 503 with `Retry-After`, none late; each sale stored once, whatever
    /// was answered; the books balance.
    void assertNothingWasLost() {
        assertThat(answers).isNotEmpty();
        assertThat(answers.stream().filter(answer -> !answer.isRight()).limit(5)).isEmpty();
        var orderIds = new HashSet<String>();
        sent.forEach((key, sale) -> {
            var again = canteen.till().with("Idempotency-Key", key).post("/v1/pos/checkouts", sale);
            assertThat(again.status()).as(again.toString()).isEqualTo(201);
            orderIds.add(again.text("/orderId"));
        });
        assertThat(orderIds).hasSize(sent.size());
        assertThat(storedOrders()).isEqualTo(orderIds.size());
        assertThat(Canteen.sum(canteen.balances())).isZero();
    }

    private long storedOrders() {
        return canteen.server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(connection, "select count(*) as n from meal_order where site_id = ?")
                                .with(canteen.siteId())
                                .one(row -> row.number("n")));
    }
}
