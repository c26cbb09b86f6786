package org.nuancan.kitchen.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;

/// Steps that a kitchen reports for many orders, takes back, and its own faults.
class OrderStepsOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Client staff = staff(kitchen);

    @Test
    void many_orders_are_accepted_and_prepared_and_one_that_is_refused_stops_no_other() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var first = ordered("DINE_IN");
        var cancelled = ordered("DINE_IN");
        var last = ordered("TAKE_AWAY");
        assertThat(kitchen.cancel(cancelled).status()).isEqualTo(200);
        var all = List.of(last, cancelled, first, "917", first);

        var accepted = step("accept", all);
        var again = step("accept", all);
        var prepared = step("prepared", all);

        assertThat(results(accepted))
                .containsExactly(
                        last + " DONE ACCEPTED null",
                        cancelled + " REFUSED CANCELLED ORDER_STATE_REFUSED",
                        first + " DONE ACCEPTED null",
                        "917 REFUSED null NOT_FOUND");
        assertThat(results(again))
                .containsExactly(
                        last + " UNCHANGED ACCEPTED null",
                        cancelled + " REFUSED CANCELLED ORDER_STATE_REFUSED",
                        first + " UNCHANGED ACCEPTED null",
                        "917 REFUSED null NOT_FOUND");
        assertThat(results(prepared).getFirst()).isEqualTo(last + " DONE PREPARED null");
        assertThat(history(first)).containsExactly("PLACE", "ACCEPT", "PREPARE");
    }

    @Test
    void a_meal_is_accepted_from_the_day_before_and_prepared_on_its_day() {
        assertThat(kitchen.menu("2026-11-19", "LUNCH", 9).status()).isEqualTo(200);
        assertThat(kitchen.menu("2026-11-20", "LUNCH", 8).status()).isEqualTo(200);
        var tomorrow = orderedFor("2026-11-19");
        var dayAfter = orderedFor("2026-11-20");

        assertThat(results(step("accept", List.of(tomorrow, dayAfter))))
                .containsExactly(
                        tomorrow + " DONE ACCEPTED null", dayAfter + " REFUSED null ORDER_NOT_DUE");
        assertThat(results(step("prepared", List.of(tomorrow))))
                .containsExactly(tomorrow + " REFUSED null ORDER_NOT_DUE");
        assertThat(state(tomorrow)).isEqualTo("ACCEPTED");
    }

    @Test
    void a_step_is_taken_back_within_ten_minutes_and_can_be_reported_again() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var both = List.of(ordered("DINE_IN"), ordered("DINE_IN"));
        var accepted = both.getFirst();
        var skipped = both.getLast();
        assertThat(step("accept", List.of(accepted)).status()).isEqualTo(200);
        assertThat(step("prepared", both).status()).isEqualTo(200);

        kitchen.clock(kitchen.today() + "T09:10:00+08:00");
        assertThat(results(step("unaccept", List.of(accepted))))
                .containsExactly(accepted + " REFUSED PREPARED ORDER_STATE_REFUSED");
        assertThat(results(step("unprepared", both)))
                .containsExactly(accepted + " DONE ACCEPTED null", skipped + " DONE PLACED null");
        assertThat(results(step("unprepared", both)))
                .containsExactly(
                        accepted + " UNCHANGED ACCEPTED null", skipped + " UNCHANGED PLACED null");
        assertThat(results(step("unaccept", both)))
                .containsExactly(
                        accepted + " DONE PLACED null", skipped + " UNCHANGED PLACED null");
        assertThat(results(step("prepared", both)))
                .containsExactly(accepted + " DONE PREPARED null", skipped + " DONE PREPARED null");
        assertThat(history(accepted))
                .containsExactly("PLACE", "ACCEPT", "PREPARE", "UNPREPARE", "UNACCEPT", "PREPARE");

        kitchen.clock(kitchen.today() + "T09:20:01+08:00");
        assertThat(results(step("unprepared", both)))
                .containsExactly(
                        accepted + " REFUSED null UNDO_TOO_LATE",
                        skipped + " REFUSED null UNDO_TOO_LATE");
        assertThat(state(skipped)).isEqualTo("PREPARED");
    }

    @Test
    void what_followed_a_step_keeps_it_from_being_taken_back() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var diner = kitchen.canteen().ordinary();
        var orderId = kitchen.placed(kitchen.order(diner, "DINE_IN"));
        assertThat(step("prepared", List.of(orderId)).status()).isEqualTo(200);
        assertThat(kitchen.collect(orderId, diner, 1800).status()).isEqualTo(200);

        assertThat(results(step("unprepared", List.of(orderId))))
                .containsExactly(orderId + " REFUSED COLLECTED ORDER_STATE_REFUSED");
    }

    @Test
    void a_fault_of_the_kitchen_gives_the_portion_back_and_costs_the_elder_nothing() {
        assertThat(kitchen.lunch(7).status()).isEqualTo(200);
        var orderId = ordered("DINE_IN");
        var path = "/v1/orders/" + orderId + "/kitchen-fault";
        assertThat(kitchen.left()).isEqualTo(7 - 1);
        var before = kitchen.canteen().balances();
        var fault = Map.of("reason", "蒸箱故障", "at", kitchen.today() + "T09:05:00+08:00");
        var early = Map.of("reason", "蒸箱故障", "at", kitchen.today() + "T08:59:59+08:00");

        assertThat(staff.post(path, early).code()).isEqualTo("REQUEST_INVALID");
        var failed = staff.post(path, fault);
        var again = staff.post(path, fault);

        assertThat(failed.text("/state")).isEqualTo("FAILED");
        assertThat(again.text("/state")).isEqualTo("FAILED");
        assertThat(kitchen.left()).isEqualTo(7);
        assertThat(kitchen.canteen().balances()).isEqualTo(before);
        var shown = kitchen.show(orderId);
        assertThat(shown.text("/failureReason")).isEqualTo("KITCHEN_FAULT");
        assertThat(shown.text("/history/1/note")).isEqualTo("蒸箱故障");
        assertThat(shown.at("/history")).hasSize(2);
    }

    @Test
    void the_orders_of_another_kitchen_are_not_found_and_stay_as_they_are() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var orderId = ordered("DINE_IN");
        var other = Kitchen.open();

        for (var stranger : List.of(staff(other), other.manager())) {
            for (var step : List.of("accept", "unaccept", "prepared", "unprepared")) {
                assertThat(results(step(stranger, step, List.of(orderId))))
                        .containsExactly(orderId + " REFUSED null NOT_FOUND");
            }
        }
        var fault = Map.of("reason", "停电", "at", kitchen.today() + "T09:00:00+08:00");
        assertThat(staff(other).post("/v1/orders/" + orderId + "/kitchen-fault", fault).status())
                .isEqualTo(404);
        assertThat(history(orderId)).containsExactly("PLACE");
    }

    private String ordered(String fulfilment) {
        return kitchen.placed(kitchen.order(kitchen.canteen().ordinary(), fulfilment));
    }

    private String orderedFor(String date) {
        var order = kitchen.order(kitchen.canteen().ordinary(), "DINE_IN");
        order.put("serviceDate", date);
        return kitchen.placed(order);
    }

    private Reply step(String step, List<String> orderIds) {
        return step(staff, step, orderIds);
    }

    private static Reply step(Client caller, String step, List<String> orderIds) {
        return caller.post("/v1/orders/" + step, Map.of("orderIds", orderIds));
    }

    private static List<String> results(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.at("/results")
                .valueStream()
                .map(one ->
                        one.at("/orderId").asText()
                                + " "
                                + one.at("/outcome").asText()
                                + " "
                                + one.at("/state").asText()
                                + " "
                                + one.at("/code").asText())
                .toList();
    }

    private List<String> history(String orderId) {
        return kitchen.show(orderId)
                .at("/history")
                .valueStream()
                .filter(step -> step.at("/outcome").asText().equals("DONE"))
                .map(step -> step.at("/kind").asText())
                .toList();
    }

    private String state(String orderId) {
        return kitchen.show(orderId).text("/state");
    }

    private static Client staff(Kitchen kitchen) {
        return kitchen.canteen()
                .server()
                .as(Role.KITCHEN_STAFF, ScopeWords.site(kitchen.canteen().siteId()));
    }
}
