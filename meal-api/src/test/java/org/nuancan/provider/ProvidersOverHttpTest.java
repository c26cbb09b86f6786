package org.nuancan.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.provider.Filing.made;
import static org.nuancan.provider.Filing.provider;
import static org.nuancan.provider.Filing.site;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Providers over HTTP, and who is kept out.
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
}
