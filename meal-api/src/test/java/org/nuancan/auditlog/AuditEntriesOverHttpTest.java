package org.nuancan.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.audit.Sealing;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// The audit log over HTTP: each kind of change writes an entry with both values, and a district
/// sees its own.
class AuditEntriesOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final String DISTRICT = "110107";
    private static final String STREET = DISTRICT + "003";
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district(DISTRICT));
    private static final Client AUDITOR = SERVER.as(Role.AUDITOR, ScopeWords.district(DISTRICT));
    private static final Client STRANGER = SERVER.as(Role.AUDITOR, ScopeWords.district("110109"));

    private static Reply about(Client caller, String subject) {
        var reply =
                caller.get(
                        "/v1/audit-entries?limit=500&subject="
                                + URLEncoder.encode(subject, StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    /// The only entry about a subject with an act.
    private static JsonNode entry(String subject, String act) {
        var found =
                about(AUDITOR, subject).at("/items").findParents("act").stream()
                        .filter(one -> one.at("/act").asText().equals(act))
                        .toList();
        assertThat(found).as(subject + " " + act).hasSize(1);
        assertThat(about(STRANGER, subject).at("/items")).isEmpty();
        return found.getFirst();
    }

    private static List<String> changes(JsonNode entry) {
        return entry.at("/changes").findParents("field").stream()
                .map(one ->
                        "%s: %s -> %s"
                                .formatted(
                                        one.at("/field").asText(),
                                        one.at("/before").asText(),
                                        one.at("/after").asText()))
                .toList();
    }

    private static String made(Reply reply, String pointer) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text(pointer);
    }

    private static void ok(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private static String provider() {
        return made(
                OFFICER.post(
                        "/v1/providers",
                        """
                        {"name": "古城餐饮", "kind": "CANTEEN", "districtCode": "%s",
                         "bankAccount": {"name": "古城餐饮", "number": "6222020200112233445",
                                         "bankCode": "102100099996"}}
                        """
                                .formatted(DISTRICT)),
                "/providerId");
    }

    private static String site(String provider) {
        return made(
                OFFICER.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "古城驿站", "division": "%s",
                         "type": "STATION", "grade": 2, "listedFrom": "2022-04-01",
                         "listedTo": null, "address": "古城路 7 号", "latitude": 39.9,
                         "longitude": 116.19, "seats": 31, "dailyCapacity": 90}
                        """
                                .formatted(provider, STREET)),
                "/siteId");
    }

    @Test
    void changes_of_providers_sites_prices_and_menus_are_recorded_with_both_values() {
        var provider = provider();
        var site = site(provider);
        ok(OFFICER.patch("/v1/sites/" + site, "{\"version\": 1, \"grade\": 4, \"seats\": 45}"));
        var manager =
                SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(provider)));
        for (var fen : List.of(1300, 1450)) {
            ok(
                    manager.post(
                            "/v1/sites/" + site + "/prices",
                            "[{\"sku\": \"SET\", \"name\": \"套餐\", \"priceFen\": %d}]"
                                    .formatted(fen)));
        }
        ok(
                manager.put(
                        "/v1/sites/" + site + "/menus/2027-03-01/LUNCH",
                        """
                        {"items": [{"sku": "SET", "portions": 37}],
                         "orderUntil": "2027-02-28T18:00:00+08:00"}
                        """));

        var created = entry("provider " + provider, "CREATED");
        assertThat(created.at("/kind").asText()).isEqualTo("PROVIDER");
        assertThat(created.at("/division").asText()).isEqualTo(DISTRICT);
        assertThat(changes(created))
                .contains("name:  -> 古城餐饮")
                .anyMatch(change -> change.contains("***************3445"));
        assertThat(changes(entry("site " + site, "CHANGED")))
                .containsExactly("grade: 2 -> 4", "seats: 31 -> 45");
        assertThat(changes(lastOf("site " + site, "REPLACED")))
                .containsExactly("SET: 1300 fen 套餐 -> 1450 fen 套餐");
        var menu = entry("site " + site, "MENU_SET");
        assertThat(menu.at("/detail").asText()).startsWith("2027-03-01 LUNCH");
        assertThat(changes(menu)).containsExactly("SET:  -> 37 portions");
    }

    private static JsonNode lastOf(String subject, String act) {
        return about(AUDITOR, subject).at("/items").findParents("act").stream()
                .filter(one -> one.at("/act").asText().equals(act))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_bank_account_is_recorded_masked_with_both_persons() {
        var provider = provider();
        var path = "/v1/providers/" + provider + "/bank-account-changes";
        var change =
                made(
                        OFFICER.withNewKey()
                                .post(
                                        path,
                                        """
                                        {"name": "古城餐饮", "number": "6222020200778899001",
                                         "bankCode": "103100000026"}
                                        """),
                        "/changeId");
        ok(CITY.post(path + "/" + change + "/confirm"));

        var asked = entry("provider " + provider, "ACCOUNT_REQUESTED");
        var confirmed = entry("provider " + provider, "ACCOUNT_CONFIRMED");
        assertThat(changes(asked)).singleElement().asString().contains("***9001");
        assertThat(asked.at("/by").asText()).isNotEqualTo(confirmed.at("/by").asText());
        assertThat(about(CITY, "provider " + provider).body())
                .doesNotContain("6222020200778899001");
    }

    @Test
    void changes_of_an_elder_and_a_card_are_recorded_without_personal_data() {
        var elder =
                made(
                        OFFICER.withNewKey()
                                .post(
                                        "/v1/elders",
                                        """
                                        {"name": "赵长河", "idNumber": "110199193908170031",
                                         "household": {"kind": "LOCAL", "division": "%s"},
                                         "residenceDivision": "%s", "address": "古城路 11 号",
                                         "phone": "13911112222", "categories": [],
                                         "careGrade": 1, "diet": [], "allergens": [],
                                         "contacts": []}
                                        """
                                                .formatted(STREET, STREET)),
                        "/elderId");
        ok(
                OFFICER.patch(
                        "/v1/elders/" + elder,
                        """
                        {"version": 1, "name": "赵常河", "phone": "13933334444",
                         "address": "古城路 13 号", "careGrade": 3}
                        """));
        var number = ServerUnderTest.unique("AUD");
        made(
                OFFICER.post(
                        "/v1/elders/" + elder + "/cards",
                        Map.of("cardNumber", number, "kind", "SENIOR_CARD")),
                "/cardNumber");
        ok(OFFICER.post("/v1/cards/" + number + "/state", Map.of("state", "FROZEN")));

        var changed = entry("elder " + elder, "CHANGED");
        assertThat(changes(changed))
                .containsExactly(
                        "name: 赵*河 -> 赵*河",
                        "phone: ***2222 -> ***4444",
                        "address: *** -> ***",
                        "careGrade: 1 -> 3");
        assertThat(entry("elder " + elder, "REGISTERED").at("/division").asText())
                .isEqualTo(STREET);
        var cards =
                AUDITOR.get("/v1/audit-entries?kind=CARD&limit=2").at("/items").findParents("act");
        assertThat(cards.getFirst().at("/detail").asText()).isEqualTo("elder " + elder);
        assertThat(changes(cards.getFirst())).containsExactly("state: ACTIVE -> FROZEN");
        assertThat(changes(cards.getLast())).containsExactly("state:  -> ACTIVE");
        assertThat(about(CITY, "elder " + elder).body())
                .doesNotContain("赵长河", "赵常河", "13911112222", "13933334444", "古城路", number);
    }

    @Test
    void changes_of_accounts_are_recorded_with_the_display_name_of_the_person() {
        var name = ServerUnderTest.unique("desk-of-audit");
        made(
                OFFICER.post(
                        "/v1/users",
                        Map.of(
                                "username",
                                name,
                                "password",
                                "long-enough-pass-1",
                                "role",
                                Role.ORDER_DESK,
                                "scope",
                                Map.of("streetCode", STREET))),
                "/username");
        ok(
                OFFICER.patch(
                        "/v1/users/" + name,
                        Map.of("version", 1, "scope", Map.of("streetCode", DISTRICT + "004"))));
        ok(OFFICER.post("/v1/users/" + name + "/disable"));

        var moved = entry("account " + name, "MOVED");
        assertThat(changes(moved))
                .containsExactly("scope: %s -> %s004".formatted(STREET, DISTRICT));
        assertThat(moved.at("/byDisplayName").asText()).isEqualTo(moved.at("/by").asText());
        assertThat(changes(entry("account " + name, "DISABLED")))
                .containsExactly("state: ACTIVE -> DISABLED");
    }

    @Test
    void entries_are_filtered_paged_and_show_their_place_in_the_chain() {
        var provider = provider();
        var site = site(provider);
        for (var version = 1; version <= 3; version++) {
            ok(
                    OFFICER.patch(
                            "/v1/sites/" + site,
                            Map.of("version", version, "grade", 2 - version % 2)));
        }
        var _ = SERVER.bean(Sealing.class).seal();
        var actor = about(AUDITOR, "site " + site).text("/items/0/by");
        var path = "/v1/audit-entries?kind=SITE&limit=2&subject=site%20" + site;

        var first = AUDITOR.get(path + "&actor=" + actor);
        var second = AUDITOR.get(path + "&actor=" + actor + "&after=" + first.text("/next"));

        assertThat(first.at("/items")).hasSize(2);
        assertThat(second.at("/items")).hasSize(2);
        assertThat(second.text("/items/1/act")).isEqualTo("CREATED");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(first.text("/items/0/chain/hash")).matches("[0-9a-f]{64}");
        assertThat(first.number("/items/0/chain/sequence"))
                .isGreaterThan(first.number("/items/1/chain/sequence"));
        for (var none : List.of("&actor=nobody-else", "&to=2001-01-01", "&from=9999-12-31")) {
            assertThat(AUDITOR.get(path + none).at("/items")).as(none).isEmpty();
        }
        assertThat(AUDITOR.get(path + "&from=2001-01-01&to=9999-12-31").at("/items")).hasSize(2);
        assertThat(AUDITOR.get("/v1/audit-entries?kind=SITE&subject=site%201").at("/items"))
                .isEmpty();
        assertThat(AUDITOR.get("/v1/audit-entries?kind=OTHER").code()).isEqualTo("REQUEST_INVALID");
        assertThat(OFFICER.get("/v1/audit-entries").status()).isEqualTo(403);
    }
}
