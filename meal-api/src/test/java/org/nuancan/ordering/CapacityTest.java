package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Reply;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;
import org.nuancan.till.Crowd;

/// Many who ask at the same instant. Runs on MySQL too, where `NUANCAN_TEST_JDBC_URL` names one.
class CapacityTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void of_50_who_ask_for_the_last_portion_exactly_one_gets_it() {
        assertThat(kitchen.lunch(1).status()).isEqualTo(200);
        var diners = Stream.generate(canteen::ordinary).limit(50).toList();

        var replies =
                Crowd.of(50).all(i -> kitchen.place(kitchen.order(diners.get(i), "TAKE_AWAY")));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("SOLD_OUT"));
        assertThat(kitchen.left()).isZero();
        assertThat(kitchen.desk().get("/v1/orders?siteId=" + canteen.siteId()).at("/items"))
                .hasSize(1);
    }

    @Test
    void of_20_orders_and_checkouts_of_an_elder_exactly_one_is_granted() {
        assertThat(kitchen.lunch(30).status()).isEqualTo(200);
        var diner = canteen.entitled();

        var replies =
                Crowd.of(20)
                        .all(i ->
                                i % 2 == 0
                                        ? kitchen.place(kitchen.order(diner, "TAKE_AWAY"))
                                        : sellAtAnyPrice(diner));

        assertThat(replies).allSatisfy(one -> assertThat(one.status()).isEqualTo(201));
        assertThat(replies).filteredOn(one -> !Canteen.grants(one).isEmpty()).hasSize(1);
    }

    /// A cashier who gets another sum asks for that one.
    private Reply sellAtAnyPrice(Diner diner) {
        var sold = canteen.sell(Canteen.lunch(diner, 1800));
        while (sold.status() != 201) {
            assertThat(sold.code()).isEqualTo("TENDERS_DO_NOT_ADD_UP");
            sold = canteen.sell(Canteen.lunch(diner, sold.number("/elderPaysFen")));
        }
        return sold;
    }

    @Test
    void of_a_delivery_a_failure_and_a_cancellation_at_once_the_books_hold_one_end() {
        assertThat(kitchen.lunch(30).status()).isEqualTo(200);
        for (var round = 0; round < 5; round++) {
            var order = kitchen.placed(kitchen.delivery(canteen.entitled()));
            var before = canteen.balances().getOrDefault("till:" + kitchen.carrierId(), 0L);

            var _ =
                    Crowd.of(4)
                            .<Object>all(i ->
                                    switch (i) {
                                        case 0 -> kitchen.fail(order, "f", FailureReason.REFUSED);
                                        case 1 -> kitchen.cancel(order);
                                        default -> kitchen.deliver(order, "d", 1600);
                                    });

            var state = kitchen.show(order).text("/state");
            var taken = canteen.balances().getOrDefault("till:" + kitchen.carrierId(), 0L) - before;
            assertThat(state).isIn("DELIVERED", "CANCELLED");
            assertThat(taken).isEqualTo(state.equals("DELIVERED") ? 1600 : 0);
        }
    }
}
