package org.nuancan.delivery.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;

/// The lists from which dispatchers and desks choose riders and carriers.
class CarriersOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final ServerUnderTest server = kitchen.canteen().server();

    @Test
    void riders_are_listed_to_their_own_provider_and_to_auditors_of_its_district() {
        var own = List.of(rider(kitchen), rider(kitchen), rider(kitchen));
        var other = Kitchen.open();
        var theirs = rider(other);
        var dispatcher = ofCarrier(kitchen, Role.DISPATCHER);

        var names = new ArrayList<String>();
        var page = dispatcher.get("/v1/riders?limit=2");
        names.addAll(page.at("/items").findValuesAsText("username"));
        assertThat(names).hasSize(2);
        page = dispatcher.get("/v1/riders?limit=2&after=" + page.text("/next"));
        names.addAll(page.at("/items").findValuesAsText("username"));

        assertThat(page.at("/next").isNull()).isTrue();
        assertThat(names).containsExactlyElementsOf(own.stream().sorted().toList());
        assertThat(page.text("/items/0/deliveryProviderId")).isEqualTo(kitchen.carrierId());
        assertThat(listed(ofCarrier(other, Role.PROVIDER_MANAGER))).containsExactly(theirs);
        assertThat(listed(server.as(Role.AUDITOR, ScopeWords.district("110105"))))
                .contains(theirs)
                .containsAll(own);
        assertThat(listed(server.as(Role.AUDITOR, ScopeWords.district("110108"))))
                .doesNotContain(theirs);
    }

    @Test
    void the_carriers_of_a_sites_district_are_listed_with_their_fees() {
        var path = "/v1/delivery-providers?limit=500&siteId=" + kitchen.canteen().siteId();

        var shown =
                kitchen.desk()
                        .get(path)
                        .at("/items")
                        .valueStream()
                        .filter(one -> one.at("/providerId").asText().equals(kitchen.carrierId()))
                        .findFirst()
                        .orElseThrow();

        assertThat(shown.at("/name").asText()).isEqualTo("试验配送");
        assertThat(shown.at("/fees/0/sku").asText()).isEqualTo("FEE");
        assertThat(shown.at("/fees/0/priceFen").asLong()).isEqualTo(300);
        assertThat(kitchen.desk().get(path).at("/items").findValuesAsText("providerId"))
                .doesNotContain(kitchen.canteen().providerId());
        var elsewhere = server.as(Role.ORDER_DESK, ScopeWords.street("110108001"));
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(kitchen.desk().get("/v1/delivery-providers").status()).isEqualTo(400);
    }

    private static List<String> listed(Client caller) {
        var page = caller.get("/v1/riders?limit=500");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.at("/items").findValuesAsText("username");
    }

    private Client ofCarrier(Kitchen of, String role) {
        return server.as(role, ScopeWords.provider(Long.parseLong(of.carrierId())));
    }

    private String rider(Kitchen of) {
        var name = ServerUnderTest.unique("rider");
        server.bean(UserService.class)
                .create(
                        name,
                        "test-pass",
                        Role.RIDER,
                        ScopeWords.provider(Long.parseLong(of.carrierId())));
        return name;
    }
}
