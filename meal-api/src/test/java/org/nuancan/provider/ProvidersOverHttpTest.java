package org.nuancan.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class ProvidersOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    private final Client city = SERVER.as(Role.CITY_ADMIN);
    private final Client chaoyang = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private final Client dongcheng =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));

    @Test
    void a_provider_is_taken_on_file_and_shown_with_its_account_masked() {
        var made = chaoyang.post("/v1/providers", provider("110105"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/name")).isEqualTo("枣营餐饮");
        assertThat(made.text("/kind")).isEqualTo("CANTEEN");
        assertThat(made.text("/districtCode")).isEqualTo("110105");
        assertThat(made.text("/bankAccount/number")).isEqualTo("***************3445");
        assertThat(made.text("/bankAccount/bankCode")).isEqualTo("102100099996");

        var read = city.get("/v1/providers/" + made.text("/providerId"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(made.json());
    }

    @Test
    void another_districts_provider_is_no_provider() {
        var id = made(chaoyang.post("/v1/providers", provider("110105")), "/providerId");

        assertThat(dongcheng.get("/v1/providers/" + id).status()).isEqualTo(404);
        assertThat(dongcheng.post("/v1/sites", site(id, "110101001")).status()).isEqualTo(404);
        assertThat(dongcheng.post("/v1/providers", provider("110105")).status()).isEqualTo(403);
        assertThat(city.get("/v1/providers/1").code()).isEqualTo("NOT_FOUND");
        assertThat(city.get("/v1/providers/x").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_list_is_cut_to_the_area_and_read_page_by_page() {
        var officer = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110119"));
        var auditor = SERVER.as(Role.AUDITOR, ScopeWords.district("110119"));
        for (var i = 0; i < 3; i++) {
            var _ = made(officer.post("/v1/providers", provider("110119")), "/providerId");
        }
        var seen = new HashSet<String>();
        var path = "/v1/providers?limit=2";

        var first = auditor.get(path);
        first.at("/items").forEach(item -> seen.add(item.get("providerId").textValue()));
        var second = auditor.get(path + "&after=" + first.text("/next"));
        second.at("/items").forEach(item -> seen.add(item.get("providerId").textValue()));

        assertThat(first.at("/items")).hasSize(2);
        assertThat(second.at("/items")).hasSize(1);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(seen).hasSize(3);
        assertThat(chaoyang.get("/v1/providers?limit=500").body()).doesNotContain("\"110119\"");
        assertThat(city.get("/v1/providers?limit=501").code()).isEqualTo("REQUEST_INVALID");
        assertThat(city.get("/v1/providers?limit=0").code()).isEqualTo("REQUEST_INVALID");
        assertThat(city.get("/v1/providers?after=%3F").code()).isEqualTo("REQUEST_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    "枣营餐饮"; null; /name
                    "枣营餐饮"; "  "; /name
                    "枣营餐饮"; "a\\nb"; /name
                    "枣营餐饮"; 7; /name
                    "CANTEEN"; "RESTAURANT"; /kind
                    "CANTEEN"; 0; /kind
                    "110105"; "11010"; /districtCode
                    "110105"; 110105; /districtCode
                    "6222020200112233445"; "6222-0202"; /bankAccount/number
                    "6222020200112233445"; ""; /bankAccount/number
                    "6222020200112233445"; 6222020200112233; /bankAccount/number
                    "102100099996"; "1021 0009"; /bankAccount/bankCode
                    "kind"; "sort"; /sort
                    """)
    void a_provider_that_is_faulty_is_refused_with_the_place_of_the_fault(
            String good, String bad, String pointer) {
        var refused = city.post("/v1/providers", provider("110105").replace(good, bad));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
    }

    @Test
    void a_site_is_taken_on_file_changed_and_refused_once_its_version_is_stale() {
        var provider = made(chaoyang.post("/v1/providers", provider("110105")), "/providerId");
        var site = chaoyang.post("/v1/sites", site(provider, "110105012"));
        assertThat(site.status()).isEqualTo(201);
        assertThat(site.number("/version")).isEqualTo(1);
        assertThat(site.at("/listedTo").isNull()).isTrue();
        assertThat(site.at("/latitude").doubleValue()).isEqualTo(39.948213);
        var path = "/v1/sites/" + site.text("/siteId");
        assertThat(city.get(path).json()).isEqualTo(site.json());

        var ended = chaoyang.patch(path, "{\"version\": 1, \"listedTo\": \"2026-12-31\"}");
        var stale = city.patch(path, "{\"version\": 1, \"grade\": 5}");
        var opened =
                city.patch(
                        path,
                        "{\"version\": 2, \"listedTo\": null, \"grade\": 5, \"division\": \"110105013\"}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("/listedTo")).isEqualTo("2026-12-31");
        assertThat(ended.number("/grade")).isEqualTo(2);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(opened.at("/listedTo").isNull()).isTrue();
        assertThat(opened.number("/grade")).isEqualTo(5);
        assertThat(opened.text("/division")).isEqualTo("110105013");
        assertThat(opened.number("/version")).isEqualTo(3);
        assertThat(dongcheng.get(path).status()).isEqualTo(404);
        assertThat(dongcheng.patch(path, "{\"version\": 3}").status()).isEqualTo(404);
    }

    @Test
    void of_twenty_changes_to_one_version_at_once_exactly_one_is_done() throws Exception {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var path =
                "/v1/sites/" + made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var changes =
                IntStream.range(0, 20)
                        .mapToObj(seats ->
                                (Callable<Integer>)
                                        () ->
                                                city.patch(
                                                                path,
                                                                Map.of(
                                                                        "version", 1, "seats",
                                                                        seats))
                                                        .status())
                        .toList();

        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = at.invokeAll(changes).stream().map(done -> done.resultNow()).toList();
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        }
        assertThat(city.get(path).number("/version")).isEqualTo(2);
    }

    @Test
    void a_site_lies_in_its_providers_district() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");

        var elsewhere = city.post("/v1/sites", site(provider, "110101001"));

        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.code()).isEqualTo("SITE_NOT_IN_DISTRICT");
        var site = made(city.post("/v1/sites", site(provider, "110105001")), "/siteId");
        var moved = city.patch("/v1/sites/" + site, "{\"version\":1,\"division\":\"110101001\"}");
        assertThat(moved.code()).isEqualTo("SITE_NOT_IN_DISTRICT");
        assertThat(city.post("/v1/sites", site("1", "110105001")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    "110105012"; "110105"; /division
                    "STATION"; "TENT"; /type
                    "grade": 2; "grade": 6; /grade
                    "grade": 2; "grade": -1; /grade
                    "grade": 2; "grade": 2.0; /grade
                    "grade": 2; "grade": "2"; /grade
                    "grade": 2; "grade": null; /grade
                    "2022-04-01"; "2022-02-30"; /listedFrom
                    "2022-04-01"; "+12022-04-01"; /listedFrom
                    "listedTo": null; "listedTo": "2022-03-31"; /listedTo
                    39.948213; 90.1; /latitude
                    39.948213; "39.9"; /latitude
                    116.471908; -180.5; /longitude
                    "seats": 48; "seats": -1; /seats
                    "dailyCapacity": 160; "dailyCapacity": 1000001; /dailyCapacity
                    "枣营路 29 号"; ""; /address
                    "枣营路驿站"; ""; /name
                    """)
    void a_site_that_is_faulty_is_refused_with_the_place_of_the_fault(
            String good, String bad, String pointer) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");

        var refused = city.post("/v1/sites", site(provider, "110105012").replace(good, bad));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    {"grade": 3}; /version
                    {"version": "1"}; /version
                    {"version": 1, "listedTo": 20261231}; /listedTo
                    {"version": 1, "listedTo": "soon"}; /listedTo
                    {"version": 1, "listedTo": "2022-03-31"}; /listedTo
                    {"version": 1, "name": " "}; /name
                    {"version": 1, "grade": 9}; /grade
                    {"version": 1, "providerId": "7"}; /providerId
                    """)
    void a_change_that_is_faulty_is_refused_with_the_place_of_the_fault(
            String change, String pointer) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");

        var refused = city.patch("/v1/sites/" + site, change);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(city.get("/v1/sites/" + site).number("/version")).isEqualTo(1);
    }

    @Test
    void sites_are_listed_by_provider_and_area() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var other = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var here = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var there = made(city.post("/v1/sites", site(provider, "110105013")), "/siteId");
        var _ = made(city.post("/v1/sites", site(other, "110105012")), "/siteId");

        var listed = chaoyang.get("/v1/sites?providerId=" + provider);

        assertThat(listed.at("/items").findValuesAsText("siteId")).containsExactly(here, there);
        assertThat(dongcheng.get("/v1/sites?providerId=" + provider).at("/items")).isEmpty();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                Role.DISTRICT_FINANCE,
                Role.STREET_OFFICER,
                Role.ORDER_DESK,
                Role.PROVIDER_MANAGER,
                Role.KITCHEN_STAFF,
                Role.DISPATCHER,
                Role.RIDER
            })
    void roles_that_are_not_named_are_kept_out(String role) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var scope =
                switch (role) {
                    case Role.DISTRICT_FINANCE -> ScopeWords.district("110105");
                    case Role.STREET_OFFICER, Role.ORDER_DESK -> ScopeWords.street("110105012");
                    case Role.KITCHEN_STAFF -> ScopeWords.site(Long.parseLong(site));
                    default -> ScopeWords.provider(Long.parseLong(provider));
                };
        var caller = SERVER.as(role, scope);

        assertThat(caller.get("/v1/providers").status()).isEqualTo(403);
        assertThat(caller.get("/v1/providers/" + provider).status()).isEqualTo(403);
        assertThat(caller.post("/v1/providers", provider("110105")).status()).isEqualTo(403);
        assertThat(caller.get("/v1/sites").status()).isEqualTo(403);
        assertThat(caller.get("/v1/sites/" + site).status()).isEqualTo(403);
        assertThat(caller.post("/v1/sites", site(provider, "110105012")).status()).isEqualTo(403);
        assertThat(caller.patch("/v1/sites/" + site, "{\"version\": 1}").status()).isEqualTo(403);
        if (!role.equals(Role.PROVIDER_MANAGER)) {
            assertThat(caller.get("/v1/sites/" + site + "/prices").status()).isEqualTo(403);
            assertThat(caller.post("/v1/sites/" + site + "/prices", "[]").status()).isEqualTo(403);
        }
        assertThat(SERVER.anonymous().get("/v1/sites").status()).isEqualTo(401);
    }

    @Test
    void an_auditor_reads_the_own_area_and_changes_nothing() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var here = SERVER.as(Role.AUDITOR, ScopeWords.district("110105"));
        var elsewhere = SERVER.as(Role.AUDITOR, ScopeWords.district("110101"));

        assertThat(here.get("/v1/sites/" + site).status()).isEqualTo(200);
        assertThat(here.get("/v1/sites/" + site + "/prices").status()).isEqualTo(200);
        assertThat(here.patch("/v1/sites/" + site, "{\"version\": 1}").status()).isEqualTo(403);
        assertThat(here.post("/v1/sites/" + site + "/prices", "[]").status()).isEqualTo(403);
        assertThat(elsewhere.get("/v1/sites/" + site).status()).isEqualTo(404);
    }

    private static String made(Reply reply, String pointer) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text(pointer);
    }

    private static String provider(String district) {
        return """
        {"name": "枣营餐饮", "kind": "CANTEEN", "districtCode": "%s",
         "bankAccount": {"name": "枣营餐饮有限公司", "number": "6222020200112233445",
                         "bankCode": "102100099996"}}
        """
                .formatted(district);
    }

    private static String site(String provider, String division) {
        return """
        {"providerId": "%s", "name": "枣营路驿站", "division": "%s", "type": "STATION",
         "grade": 2, "listedFrom": "2022-04-01", "listedTo": null, "address": "枣营路 29 号",
         "latitude": 39.948213, "longitude": 116.471908, "seats": 48, "dailyCapacity": 160}
        """
                .formatted(provider, division);
    }
}
