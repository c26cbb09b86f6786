package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.till.Canteen;

/// The lists of orders of each role: limited to the own area, filtered, paged.
class OrderListsOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Kitchen other = Kitchen.open();

    @Test
    void each_role_lists_and_opens_the_orders_of_its_own_area_only() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        assertThat(other.lunch(20).status()).isEqualTo(200);
        var eaten = kitchen.placed(kitchen.order(kitchen.canteen().ordinary(), "DINE_IN"));
        var carried = kitchen.placed(kitchen.delivery(kitchen.canteen().entitled()));
        var others = other.placed(other.delivery(other.canteen().ordinary()));

        assertThat(listed(kitchen, staff(kitchen))).containsExactly(eaten, carried);
        assertThat(listed(kitchen, kitchen.manager())).containsExactly(eaten, carried);
        assertThat(listed(kitchen, street(Canteen.STREET))).containsExactly(eaten, carried);
        assertThat(listed(kitchen, dispatcher(kitchen))).containsExactly(carried);
        assertThat(listed(kitchen, carriersManager(kitchen))).containsExactly(carried);
        assertThat(listed(kitchen, staff(other))).isEmpty();
        assertThat(listed(kitchen, other.manager())).isEmpty();
        assertThat(listed(kitchen, dispatcher(other))).isEmpty();
        assertThat(listed(kitchen, street("110105013"))).isEmpty();
        assertThat(listed(other, staff(other))).containsExactly(others);
        for (var stranger :
                List.of(staff(other), other.manager(), dispatcher(other), street("110105013"))) {
            assertThat(stranger.get("/v1/orders/" + carried).status()).isEqualTo(404);
        }
        assertThat(dispatcher(kitchen).get("/v1/orders/" + eaten).status()).isEqualTo(404);
    }

    @Test
    void kitchens_and_dispatchers_get_neither_the_pin_nor_the_policies_of_an_elder() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var orderId = kitchen.placed(kitchen.delivery(kitchen.canteen().entitled()));

        for (var reader : List.of(staff(kitchen), dispatcher(kitchen))) {
            var shown = reader.get("/v1/orders/" + orderId);
            assertThat(shown.at("/pin").isNull()).isTrue();
            assertThat(shown.at("/quote").isNull()).isTrue();
            assertThat(shown.at("/grants").isNull()).isTrue();
            assertThat(shown.at("/refusals").isNull()).isTrue();
            assertThat(shown.number("/elderPaysFen")).isEqualTo(1800 + 300 - 500);
        }
        var street = street(Canteen.STREET).get("/v1/orders/" + orderId);
        assertThat(street.at("/pin").isNull()).isTrue();
        assertThat(street.at("/grants")).isNotEmpty();
        assertThat(kitchen.show(orderId).text("/pin")).hasSize(4);
    }

    @Test
    void a_word_is_the_id_of_an_order_or_the_name_phone_or_card_of_an_elder() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var diner = kitchen.canteen().ordinary();
        var wanted = kitchen.placed(kitchen.order(diner, "DINE_IN"));
        var besides = kitchen.placed(kitchen.order(kitchen.canteen().ordinary(), "DINE_IN"));
        var changed =
                kitchen.canteen()
                        .server()
                        .as(Role.CITY_ADMIN)
                        .patch(
                                "/v1/elders/" + diner.elderId(),
                                """
                                {"version": 1, "name": "欧阳独一", "phone": "010-8888 %s"}
                                """
                                        .formatted(wanted.substring(12)));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var staff = staff(kitchen);

        assertThat(listed(kitchen, staff)).containsExactly(wanted, besides);
        assertThat(listed(kitchen, staff, "&q=" + besides)).containsExactly(besides);
        assertThat(listed(kitchen, staff, "&q=" + diner.card())).containsExactly(wanted);
        assertThat(listed(kitchen, staff, "&q=%E6%AC%A7%E9%98%B3%E7%8B%AC%E4%B8%80"))
                .containsExactly(wanted);
        assertThat(listed(kitchen, staff, "&q=0108888" + wanted.substring(12)))
                .containsExactly(wanted);
        assertThat(listed(kitchen, staff, "&q=nothing")).isEmpty();
        assertThat(listed(other, staff(other), "&q=" + wanted)).isEmpty();
        assertThat(staff.get("/v1/orders?q=" + diner.idNumber()).code())
                .isEqualTo("REQUEST_INVALID");
    }

    @Test
    void filters_and_pages_of_a_day_leave_nothing_out() {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        assertThat(kitchen.menu("2026-11-19", "DINNER", 20).status()).isEqualTo(200);
        var lunches = new ArrayList<String>();
        for (var number = 0; number < 3; number++) {
            lunches.add(kitchen.placed(kitchen.order(kitchen.canteen().ordinary(), "DINE_IN")));
        }
        var carried = kitchen.placed(kitchen.delivery(kitchen.canteen().ordinary()));
        var supper = kitchen.order(kitchen.canteen().ordinary(), "DINE_IN");
        supper.put("serviceDate", "2026-11-19");
        supper.put("slot", "DINNER");
        var later = kitchen.placed(supper);
        assertThat(kitchen.cancel(lunches.get(1)).status()).isEqualTo(200);
        var staff = staff(kitchen);

        assertThat(listed(kitchen, staff, "&date=2026-11-19")).containsExactly(later);
        assertThat(listed(kitchen, staff, "&slot=DINNER")).containsExactly(later);
        assertThat(listed(kitchen, staff, "&state=CANCELLED")).containsExactly(lunches.get(1));
        assertThat(listed(kitchen, staff, "&deliveryProviderId=" + kitchen.carrierId()))
                .containsExactly(carried);
        var first = staff.get("/v1/orders?limit=2&date=" + kitchen.today());
        var second =
                staff.get(
                        "/v1/orders?limit=2&date=%s&after=%s"
                                .formatted(kitchen.today(), first.text("/next")));
        assertThat(ids(first)).containsExactly(lunches.get(0), lunches.get(1));
        assertThat(ids(second)).containsExactly(lunches.get(2), carried);
        assertThat(second.at("/next").isNull()).isTrue();
    }

    private static List<String> listed(Kitchen kitchen, Client reader) {
        return listed(kitchen, reader, "");
    }

    private static List<String> listed(Kitchen kitchen, Client reader, String filter) {
        return ids(
                reader.get("/v1/orders?limit=500&siteId=" + kitchen.canteen().siteId() + filter));
    }

    private static List<String> ids(Reply page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.at("/items").findValuesAsText("orderId");
    }

    private static Client staff(Kitchen kitchen) {
        return kitchen.canteen()
                .server()
                .as(Role.KITCHEN_STAFF, ScopeWords.site(kitchen.canteen().siteId()));
    }

    private static Client dispatcher(Kitchen kitchen) {
        return ofCarrier(kitchen, Role.DISPATCHER);
    }

    private static Client carriersManager(Kitchen kitchen) {
        return ofCarrier(kitchen, Role.PROVIDER_MANAGER);
    }

    private static Client ofCarrier(Kitchen kitchen, String role) {
        return kitchen.canteen()
                .server()
                .as(role, ScopeWords.provider(Long.parseLong(kitchen.carrierId())));
    }

    private Client street(String code) {
        return kitchen.canteen().server().as(Role.STREET_OFFICER, ScopeWords.street(code));
    }
}
