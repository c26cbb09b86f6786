package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.progress.DayEnd;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;

/// What orders come to on the statements of who cooked and who delivered. Each test has a day of
/// its own, since it closes it.
class MoneyOfOrdersTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final AtomicInteger DAYS = new AtomicInteger();

    // Wednesdays: no weekend, and no limit reaches from one to the next.
    private final Kitchen kitchen =
            Kitchen.open(
                    SERVER,
                    LocalDate.of(2026, 11, 18).plusWeeks(DAYS.getAndIncrement()).toString());
    private final Canteen canteen = kitchen.canteen();

    @Test
    void a_delivered_order_stands_in_parts_on_two_statements() {
        var order = ordered(canteen.entitled());

        var delivered = kitchen.deliver(order, "d-1", 1600);

        assertThat(delivered).isInstanceOf(StepOutcome.Captured.class);
        assertThat(canteen.balance("till")).isZero();
        assertThat(carrier("till")).isEqualTo(1600);
        assertThat(carrier("earned")).isEqualTo(-300);
        assertThat(canteen.balance("earned")).isEqualTo(-1800 - 300);
        assertThat(kitchen.close().status()).isEqualTo(200);
        var cooks = kitchen.statement(canteen.providerId());
        var carries = kitchen.statement(kitchen.carrierId());
        assertThat(cooks.number("/grossFen")).isEqualTo(1800);
        assertThat(cooks.number("/dinerGrantFen")).isEqualTo(500);
        assertThat(cooks.number("/elsewhereFen")).isEqualTo(1300);
        assertThat(cooks.number("/payableFen")).isEqualTo(1800 + 300);
        assertThat(carries.number("/grossFen")).isEqualTo(300);
        assertThat(carries.number("/collectedFen")).isEqualTo(1600);
        assertThat(carries.number("/elsewhereFen")).isEqualTo(-1300);
        assertThat(carries.number("/payableFen")).isEqualTo(300 - 1600);
    }

    @Test
    void the_elder_pays_what_was_agreed_though_the_hospital_took_the_grant_away() {
        var diner = canteen.entitled();
        var order = ordered(diner);
        var stay =
                SERVER.as(Role.CITY_ADMIN)
                        .post(
                                "/v1/elders/" + diner.elderId() + "/status",
                                Map.of(
                                        "status",
                                        "SUSPENDED",
                                        "on",
                                        kitchen.today(),
                                        "reason",
                                        "搬迁核查"));
        assertThat(stay.status()).as(stay.toString()).isLessThan(300);

        var delivered = kitchen.deliver(order, "d-1", 1600);

        assertThat(delivered).isInstanceOf(StepOutcome.Captured.class);
        var shown = kitchen.show(order);
        assertThat(shown.number("/elderPaysFen")).isEqualTo(1600);
        assertThat(shown.number("/capture/gap/fen")).isEqualTo(500);
        assertThat(shown.text("/capture/gap/reason")).isEqualTo("ELDER_NOT_ACTIVE");
        assertThat(shown.text("/capture/gap/bearer")).isEqualTo("KITCHEN");
        assertThat(shown.number("/capture/quote/elderPaysFen")).isEqualTo(2100);
        assertThat(shown.number("/quote/elderPaysFen")).isEqualTo(1600);
        assertThat(canteen.balance("discount")).isEqualTo(500);
        assertThat(kitchen.close().status()).isEqualTo(200);
        assertThat(kitchen.statement(canteen.providerId()).number("/payableFen"))
                .isEqualTo(1800 - 500);
    }

    @Test
    void a_failure_is_booked_at_the_close_and_final_from_then_on() {
        var order = ordered(canteen.entitled());
        kitchen.cooked(1);
        prepare(order);

        var failed = kitchen.fail(order, "f-1", FailureReason.CARRIER_NO_SHOW);
        confirm(order);

        assertThat(failed).isInstanceOf(StepOutcome.Done.class);
        assertThat(canteen.balance("earned")).isZero();
        assertThat(kitchen.close().status()).isEqualTo(200);
        assertThat(kitchen.deliver(order, "d-late", 1600)).isInstanceOf(StepOutcome.TooLate.class);
        var cooks = kitchen.statement(canteen.providerId());
        var carries = kitchen.statement(kitchen.carrierId());
        assertThat(cooks.number("/grossFen")).isEqualTo(1800);
        assertThat(cooks.number("/payableFen")).isEqualTo(1800);
        assertThat(cooks.number("/orders")).isZero();
        assertThat(carries.number("/discountFen")).isEqualTo(1800);
        assertThat(carries.number("/payableFen")).isEqualTo(-1800);
        assertThat(cooks.number("/elsewhereFen") + carries.number("/elsewhereFen")).isZero();
        assertThat(late()).containsExactly(order);
        var others = Kitchen.open(canteen.server(), kitchen.today());
        var stranger =
                canteen.server()
                        .as(
                                Role.DISPATCHER,
                                ScopeWords.provider(Long.parseLong(others.carrierId())));
        assertThat(stranger.get("/v1/orders/proven-too-late").at("/items")).isEmpty();
    }

    private List<String> late() {
        var carrier = ScopeWords.provider(Long.parseLong(kitchen.carrierId()));
        var page = canteen.server().as(Role.DISPATCHER, carrier).get("/v1/orders/proven-too-late");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.at("/items").findValuesAsText("orderId");
    }

    @Test
    void a_proof_before_the_close_wins_over_a_failure_in_either_order() {
        var first = ordered(canteen.entitled());
        var second = ordered(canteen.entitled());

        var _ = kitchen.fail(first, "f-1", FailureReason.NO_ANSWER);
        assertThat(kitchen.deliver(first, "d-1", 1600)).isInstanceOf(StepOutcome.Captured.class);
        var _ = kitchen.deliver(second, "d-2", 1600);
        assertThat(kitchen.fail(second, "f-2", FailureReason.NO_ANSWER))
                .isInstanceOf(StepOutcome.Unchanged.class);

        assertThat(kitchen.close().status()).isEqualTo(200);
        assertThat(kitchen.statement(canteen.providerId()).number("/orders")).isEqualTo(2);
        assertThat(kitchen.statement(kitchen.carrierId()).number("/collectedFen"))
                .isEqualTo(2 * 1600);
        assertThat(kitchen.left()).isEqualTo(10 - 2);
    }

    @Test
    void what_nobody_fetched_or_delivered_has_failed_by_the_end_of_the_day() {
        assertThat(kitchen.lunch(10).status()).isEqualTo(200);
        var fetched = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var delivered = kitchen.placed(kitchen.delivery(canteen.ordinary()));
        prepare(fetched);

        assertThat(kitchen.close().status()).isEqualTo(200);

        assertThat(kitchen.show(fetched).text("/failureReason")).isEqualTo("NOT_COLLECTED");
        assertThat(kitchen.show(delivered).text("/failureReason")).isEqualTo("NOT_DELIVERED");
        var cooks = kitchen.statement(canteen.providerId());
        assertThat(cooks.number("/grossFen")).isEqualTo(1800);
        assertThat(cooks.number("/discountFen")).isEqualTo(1800);
        assertThat(cooks.number("/payableFen")).isZero();
    }

    @Test
    void an_order_with_a_defect_stops_neither_those_behind_it_nor_the_close() {
        assertThat(kitchen.lunch(10).status()).isEqualTo(200);
        var broken = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var sound = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var sealed = address(broken);
        // The close begins with the first day on which anything was booked.
        assertThat(canteen.sell(Canteen.sale(Canteen.NOBODY, 1800)).status()).isEqualTo(201);

        address(broken, "not sealed by us");
        assertThat(kitchen.close().status()).isEqualTo(200);
        assertThat(kitchen.show(sound).text("/failureReason")).isEqualTo("NOT_COLLECTED");

        address(broken, sealed);
        assertThat(kitchen.show(broken).text("/state")).isEqualTo("PLACED");
        canteen.server()
                .bean(DayEnd.class)
                .endOf(new BusinessDay(LocalDate.parse(kitchen.today())));
        assertThat(kitchen.show(broken).text("/failureReason")).isEqualTo("NOT_COLLECTED");
    }

    private String address(String orderId) {
        return canteen.server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(connection, "select address from preorder where order_id = ?")
                                .with(Long.parseLong(orderId))
                                .one(row -> row.text("address")));
    }

    private void address(String orderId, String text) {
        var changed =
                canteen.server()
                        .bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                "update preorder set address = ? where order_id = ?")
                                        .with(text, Long.parseLong(orderId))
                                        .run());
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void a_rider_who_sends_everything_twice_is_paid_once() {
        var order = ordered(canteen.entitled());

        var first = kitchen.deliver(order, "d-1", 1600);
        var again = kitchen.deliver(order, "d-1", 1600);
        var other = kitchen.deliver(order, "d-2", 1600);

        assertThat(List.of(first, again, other))
                .hasExactlyElementsOfTypes(
                        StepOutcome.Captured.class,
                        StepOutcome.Unchanged.class,
                        StepOutcome.Unchanged.class);
        assertThat(carrier("till")).isEqualTo(1600);
        assertThat(kitchen.show(order).at("/history")).hasSize(3);
    }

    @Test
    void a_refund_at_the_counter_gives_cash_out_of_the_kitchens_till() {
        var order = ordered(canteen.entitled());
        var _ = kitchen.deliver(order, "d-1", 1600);

        var refund = canteen.refundAll(order);

        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        assertThat(refund.number("/refundedFen")).isEqualTo(1600);
        assertThat(canteen.balance("till")).isEqualTo(-1600);
        assertThat(carrier("till")).isEqualTo(1600);
        assertThat(canteen.balance("earned")).isZero();
        assertThat(carrier("earned")).isZero();
        assertThat(kitchen.close().status()).isEqualTo(200);
        var cooks = kitchen.statement(canteen.providerId());
        var carries = kitchen.statement(kitchen.carrierId());
        assertThat(cooks.number("/elsewhereFen") + carries.number("/elsewhereFen")).isZero();
        assertThat(cooks.number("/payableFen")).isEqualTo(1600);
        assertThat(carries.number("/payableFen")).isEqualTo(-1600);
    }

    private String ordered(Diner diner) {
        Reply menu = kitchen.lunch(10);
        assertThat(menu.status()).as(menu.toString()).isEqualTo(200);
        return kitchen.placed(kitchen.delivery(diner));
    }

    private void prepare(String orderId) {
        var _ =
                kitchen.door(orders ->
                        orders.prepared(Long.parseLong(orderId), kitchen.action("prepared")));
    }

    /// By the carrier, as `NoShow` does it.
    private void confirm(String orderId) {
        var _ =
                kitchen.door(orders -> {
                    orders.confirm(
                            Long.parseLong(orderId), FailureReason.CARRIER_NO_SHOW, "dispatcher");
                    return orderId;
                });
    }

    private long carrier(String account) {
        return canteen.balances().getOrDefault(account + ":" + kitchen.carrierId(), 0L);
    }
}
