package org.nuancan.provider.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.provider.Filing.made;
import static org.nuancan.provider.Filing.provider;
import static org.nuancan.provider.Filing.site;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Price lists over HTTP.
class PricesOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    private final Client city = SERVER.as(Role.CITY_ADMIN);
    private final Client chaoyang = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private final Client dongcheng =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));

    @Test
    void a_price_list_is_replaced_by_its_own_manager_and_by_officers() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var stranger = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var path = "/v1/sites/" + site + "/prices";
        var manager =
                SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(provider)));
        var foreign =
                SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(stranger)));

        assertThat(manager.get(path).at("/items")).isEmpty();
        var set =
                manager.post(
                        path,
                        """
                        [{"sku": "set-a", "name": "A 套餐", "priceFen": 1800},
                         {"sku": "beer", "name": "啤酒", "priceFen": 600, "subsidisable": false},
                         {"sku": "buffet", "name": "称重", "priceFen": 0, "openPrice": true}]
                        """);

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.at("/items").findValuesAsText("sku"))
                .containsExactly("set-a", "beer", "buffet");
        assertThat(set.at("/items/0/subsidisable").booleanValue()).isTrue();
        assertThat(set.at("/items/0/openPrice").booleanValue()).isFalse();
        assertThat(set.at("/items/1/subsidisable").booleanValue()).isFalse();
        assertThat(set.at("/items/2/openPrice").booleanValue()).isTrue();
        assertThat(manager.get(path).json()).isEqualTo(set.json());
        assertThat(foreign.get(path).status()).isEqualTo(404);
        assertThat(foreign.post(path, "[]").status()).isEqualTo(404);
        assertThat(dongcheng.get(path).status()).isEqualTo(404);
        assertThat(chaoyang.post(path, "[]").status()).isEqualTo(200);
        assertThat(manager.get(path).at("/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    {"sku": "a", "name": "A", "priceFen": -1}; /0/priceFen
                    {"sku": "a", "name": "A", "priceFen": 1000000001}; /0/priceFen
                    {"sku": "a", "name": "A", "priceFen": 1e2}; /0/priceFen
                    {"sku": "a", "name": "A", "priceFen": "100"}; /0/priceFen
                    {"sku": "a", "name": "A"}; /0/priceFen
                    {"sku": "a b", "name": "A", "priceFen": 1}; /0/sku
                    {"sku": "菜", "name": "A", "priceFen": 1}; /0/sku
                    {"sku": "a", "priceFen": 1}; /0/name
                    {"sku": "a", "name": "A", "priceFen": 1, "openPrice": true}; /0/priceFen
                    {"sku": "a", "name": "A", "priceFen": 1, "price": 1}; /0/price
                    {"sku": "a", "name": "A", "priceFen": 1}, {"sku": "a", "name": "B", "priceFen": 2}; /1/sku
                    """)
    void a_price_list_that_is_faulty_is_refused_and_the_old_one_stays(
            String lines, String pointer) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var path = "/v1/sites/" + site + "/prices";
        assertThat(city.post(path, "[{\"sku\":\"x\",\"name\":\"X\",\"priceFen\":1}]").status())
                .isEqualTo(200);

        var refused = city.post(path, "[" + lines + "]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(city.get(path).at("/items").findValuesAsText("sku")).containsExactly("x");
    }
}
