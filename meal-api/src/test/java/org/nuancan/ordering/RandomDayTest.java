package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.till.Canteen;

/// Random days of a small kitchen, against the real database.
class RandomDayTest {

    private static final int ORDERS = 8;

    /// What is left of limits and portions after a random day is what the captured orders used.
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void authorise_void_and_capture_leave_the_limits_where_they_were(@ForAll long seed) {
        var random = new Random(seed);
        var kitchen = Kitchen.open();
        assertThat(kitchen.lunch(ORDERS).status()).isEqualTo(200);
        var captured = 0;
        for (var i = 0; i < ORDERS; i++) {
            var diner = kitchen.canteen().entitled();
            var order = kitchen.placed(kitchen.order(diner, "TAKE_AWAY"));
            switch (random.nextInt(4)) {
                case 0 -> {
                    assertThat(kitchen.collect(order, diner, 1300).status()).isEqualTo(200);
                    captured++;
                    assertThat(granted(kitchen, diner)).isEqualTo("1 500");
                }
                case 1 -> {
                    assertThat(kitchen.cancel(order).status()).isEqualTo(200);
                    assertThat(granted(kitchen, diner)).isEqualTo("0 0");
                }
                case 2 -> {
                    var _ = kitchen.fail(order, "f", FailureReason.KITCHEN_FAULT);
                    assertThat(granted(kitchen, diner)).isEqualTo("0 0");
                }
                default -> {
                    var _ = kitchen.fail(order, "f", FailureReason.KITCHEN_FAULT);
                    assertThat(kitchen.collect(order, diner, 1300).status()).isEqualTo(200);
                    captured++;
                    assertThat(granted(kitchen, diner)).isEqualTo("1 500");
                }
            }
        }
        assertThat(kitchen.left()).isEqualTo(ORDERS - captured);
    }

    private static String granted(Kitchen kitchen, Canteen.Diner diner) {
        return kitchen.canteen()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select coalesce(sum(counts), 0) as meals,
                                               coalesce(sum(fen - refunded_fen), 0) as fen
                                          from order_grant
                                         where elder_id = ? and side = 'DINER'
                                        """)
                                .with(Long.parseLong(diner.elderId()))
                                .one(row -> row.number("meals") + " " + row.number("fen")));
    }

    /// One word of a rider's or a kitchen's log.
    private record Word(String orderId, StepKind kind, String actionId) {}

    /// A rider's log, replayed twice and shuffled, gives the same books and the same states.
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void a_log_replayed_twice_and_shuffled_gives_the_same_books(@ForAll long seed) {
        var random = new Random(seed);
        var straight = Kitchen.open();
        var twisted = Kitchen.open();

        var plan = new ArrayList<Boolean>();
        for (var i = 0; i < ORDERS; i++) {
            plan.add(random.nextBoolean());
        }
        var first = replay(straight, log(straight, plan));
        var log = new ArrayList<>(log(twisted, plan));
        log.addAll(List.copyOf(log));
        Collections.shuffle(log, random);
        var second = replay(twisted, log);

        assertThat(second).isEqualTo(first);
    }

    private static List<Word> log(Kitchen kitchen, List<Boolean> delivered) {
        assertThat(kitchen.lunch(ORDERS).status()).isEqualTo(200);
        kitchen.cooked(ORDERS);
        var log = new ArrayList<Word>();
        for (var isDelivered : delivered) {
            var order = kitchen.placed(kitchen.delivery(kitchen.canteen().entitled()));
            log.add(new Word(order, StepKind.ACCEPT, "a"));
            log.add(new Word(order, StepKind.PREPARE, "p"));
            log.add(new Word(order, StepKind.OUT, "o"));
            log.add(new Word(order, StepKind.FAIL, "f"));
            if (isDelivered) {
                log.add(new Word(order, StepKind.DELIVER, "d"));
            }
        }
        return log;
    }

    /// @return states in the order of placing, and what the books of both providers come to
    private static Map<String, Object> replay(Kitchen kitchen, List<Word> log) {
        log.forEach(word -> tell(kitchen, word));
        var result = new HashMap<String, Object>();
        var orders = kitchen.desk().get("/v1/orders?siteId=" + kitchen.canteen().siteId());
        result.put("states", orders.at("/items").findValuesAsText("state"));
        result.put("left", kitchen.left());
        var balances = kitchen.canteen().balances();
        for (var account : List.of("till", "earned", "discount")) {
            var cooks = account + ":" + kitchen.canteen().providerId();
            result.put("kitchen " + account, balances.getOrDefault(cooks, 0L));
            var carries = account + ":" + kitchen.carrierId();
            result.put("carrier " + account, balances.getOrDefault(carries, 0L));
        }
        result.put("failures", failures(kitchen));
        return result;
    }

    /// What the close would book.
    private static List<String> failures(Kitchen kitchen) {
        return kitchen.canteen()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select fen, reason, bearer <> '' as borne
                                          from provisional_failure
                                         where site_id = ? order by order_id
                                        """)
                                .with(kitchen.canteen().siteId())
                                .list(row ->
                                        "%d %s %s"
                                                .formatted(
                                                        row.number("fen"),
                                                        row.text("reason"),
                                                        row.flag("borne"))));
    }

    private static void tell(Kitchen kitchen, Word word) {
        var orderId = Long.parseLong(word.orderId());
        var action = kitchen.action(word.actionId());
        var _ =
                switch (word.kind()) {
                    case ACCEPT -> kitchen.door(orders -> orders.accept(orderId, action));
                    case PREPARE -> kitchen.door(orders -> orders.prepared(orderId, action));
                    case OUT -> kitchen.door(orders -> orders.out(orderId, action));
                    case FAIL ->
                            kitchen.fail(
                                    word.orderId(), word.actionId(), FailureReason.NOT_DELIVERED);
                    case DELIVER -> kitchen.deliver(word.orderId(), word.actionId(), 1600);
                    case PLACE, UNACCEPT, UNPREPARE, COLLECT, CANCEL ->
                            throw new IllegalStateException();
                };
    }
}
