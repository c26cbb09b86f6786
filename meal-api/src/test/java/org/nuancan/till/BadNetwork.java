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
import org.nuancan.engine.FaultyProxy;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.Client;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// A node whose database is behind a [FaultyProxy], with tills that sell at it, and a second node
/// with a good network. Its time-outs are shorter than in production, in the same proportions.
final class BadNetwork implements AutoCloseable {

    /// The deadline of a request, with what may come after it.
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(8);

    private static final int TILLS = 8;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final Map<String, Object> SHORT =
            Map.ofEntries(
                    Map.entry("nuancan.request.deadline", "3s"),
                    Map.entry("nuancan.checkout.needed", "500ms"),
                    Map.entry("nuancan.checkout.hung", "1s"),
                    Map.entry("nuancan.database.statement-timeout", "2s"),
                    Map.entry("nuancan.database.socket-timeout", "5s"),
                    Map.entry("nuancan.database.lock-wait", "1s"),
                    Map.entry("nuancan.database.pool-timeout", "1500ms"),
                    Map.entry("nuancan.database.connect-timeout", "1s"),
                    Map.entry("nuancan.database.session-timeout", "5s"),
                    Map.entry("nuancan.database.probe-interval", "300ms"),
                    Map.entry("nuancan.database.probe-timeout", "1s"));

    /// An answer, and how long it took.
    record Answer(String of, Reply reply, Duration took) {

        private boolean isRight() {
            return took.compareTo(LONGEST_ANSWER) < 0
                    && (reply.status() < 300
                            || (reply.status() == 503 && reply.header("Retry-After").isPresent()));
        }
    }

    final FaultyProxy proxy;
    final Canteen canteen;
    final Client till;
    final Client near;
    final URI nearAddress;
    final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /// Keys of sales that were acknowledged, or that have to be asked again.
    final Map<String, Map<String, Object>> asked = new ConcurrentHashMap<>();

    BadNetwork() {
        this(TestDatabase.fresh());
    }

    BadNetwork(TestDatabase database) {
        proxy = FaultyProxy.of(database);
        canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var node = ServerUnderTest.start(proxy.through(database), SHORT);
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
        asked.put(key, sale);
        return key;
    }

    private Reply sell(String key, Map<String, Object> sale) {
        return post("sale", till.with("Idempotency-Key", key), "/v1/pos/checkouts", sale);
    }

    /// Sells a meal to nobody, with the same key until it is sold.
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
        answers.add(new Answer(of, reply, Duration.ofNanos(System.nanoTime() - began)));
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

    boolean isReady() {
        return near.get("/health/readiness").status() == 200;
    }

    /// No answer but success and 503 with `Retry-After`, none late; each sale stored once, whatever
    /// was answered; the books balance.
    void assertNothingWasLost() {
        assertThat(answers).isNotEmpty();
        assertThat(answers.stream().filter(answer -> !answer.isRight()).limit(5)).isEmpty();
        var orderIds = new HashSet<String>();
        asked.forEach((key, sale) -> {
            var again = canteen.till().with("Idempotency-Key", key).post("/v1/pos/checkouts", sale);
            assertThat(again.status()).as(again.toString()).isEqualTo(201);
            orderIds.add(again.text("/orderId"));
        });
        assertThat(orderIds).hasSize(asked.size());
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

    @Override
    public void close() {
        proxy.close();
    }
}
