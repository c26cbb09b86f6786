package org.nuancan.finance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

class PoliciesOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final JsonMapper JSON = new JsonMapper();

    private final Client city = SERVER.as(Role.CITY_ADMIN);
    private final Client chaoyang = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private final Client dongcheng =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));

    @Test
    void a_policy_is_drafted_released_by_a_second_person_and_ended() {
        var code = ServerUnderTest.unique("CY");
        var draft = chaoyang.post("/v1/policies", policy(code, "110105", "110105"));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        assertThat(draft.text("/state")).isEqualTo("DRAFT");
        assertThat(draft.at("/releasedBy").isNull()).isTrue();
        var path = "/v1/policies/" + code + "/versions/1";

        var alone = chaoyang.post(path + "/release");
        var released = city.post(path + "/release");
        var again = city.post(path + "/release");
        var ended = chaoyang.post(path + "/end", Map.of("effectiveTo", inDays(40)));
        var later = chaoyang.post(path + "/end", Map.of("effectiveTo", inDays(41)));

        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.code()).isEqualTo("POLICY_SECOND_PERSON");
        assertThat(released.status()).as("%s", released).isEqualTo(200);
        assertThat(released.text("/state")).isEqualTo("RELEASED");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("POLICY_ALREADY_RELEASED");
        assertThat(ended.text("/effectiveTo")).isEqualTo(inDays(40));
        assertThat(later.status()).isEqualTo(422);
        assertThat(later.code()).isEqualTo("POLICY_PERIOD_REFUSED");
        assertThat(city.get(path).json()).isEqualTo(ended.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/amount/fen | 9223372036854775807 | /amount/fen FEN_TOO_LARGE",
                "/amount/fen | 1000000000000000000 | /amount/fen FEN_TOO_LARGE",
                "/amount/fen | 1000000000000 | /amount/fen FEN_TOO_LARGE",
                "/funding/0/weight | 9223372036854775807 | /funding/0/weight WEIGHT_TOO_LARGE",
                "/funding/0/payer | \"CHARITY:慈善 \" | /funding/0/payer TEXT_BLANK_AT_END",
                "/name/zh | \"\" | /name/zh TEXT_LENGTH",
            })
    void an_inconsistent_policy_is_refused_as_a_draft(String place, String value, String fault)
            throws IOException {
        var code = ServerUnderTest.unique("CY");
        var document = (ObjectNode) JSON.readTree(policy(code, "110105", "110105"));
        var parent = place.substring(0, place.lastIndexOf('/'));
        ((ObjectNode) document.at(parent))
                .set(place.substring(parent.length() + 1), JSON.readTree(value));

        var refused = city.post("/v1/policies", document.toString());

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_MALFORMED");
        assertThat(refused.text("/errors/0/pointer") + " " + refused.text("/errors/0/code"))
                .isEqualTo(fault);
        assertThat(city.get("/v1/policies/" + code + "/versions/1").status()).isEqualTo(404);
    }

    @Test
    void sixty_thousand_tiers_are_refused_without_being_compared() throws IOException {
        var tiers =
                IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                "{\"from\":%d,\"to\":%d,\"amount\":{\"type\":\"FIXED\",\"fen\":1}}"
                                        .formatted(2 * i, 2 * i + 1))
                        .collect(java.util.stream.Collectors.joining(","));
        var document =
                (ObjectNode)
                        JSON.readTree(policy(ServerUnderTest.unique("CY"), "110105", "110105"));
        document.set(
                "amount",
                JSON.readTree(
                        "{\"type\":\"TIERED\",\"by\":\"AGE\",\"tiers\":[%s]}".formatted(tiers)));

        var refused = city.post("/v1/policies", document.toString());

        // No list of a body has more than 10,000 items; it is not even read to its end.
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void a_version_is_drafted_once_also_by_ten_at_once() throws Exception {
        var document = policy(ServerUnderTest.unique("CY"), "110105", "110105");
        var tries =
                IntStream.range(0, 10)
                        .mapToObj(_ ->
                                (Callable<Integer>)
                                        () -> city.post("/v1/policies", document).status())
                        .toList();

        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = at.invokeAll(tries).stream().map(done -> done.resultNow()).toList();
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
        }
        assertThat(city.post("/v1/policies", document).code()).isEqualTo("POLICY_EXISTS");
    }

    @Test
    void a_policy_that_begins_today_or_earlier_is_drafted_but_not_released() {
        var code = ServerUnderTest.unique("CY");
        var today = policy(code, "110105", "110105").replace(inDays(30), inDays(0));
        assertThat(chaoyang.post("/v1/policies", today).status()).isEqualTo(201);

        var refused = city.post("/v1/policies/" + code + "/versions/1/release");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_PERIOD_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({"-1, 422", "0, 422", "29, 422", "30, 200", "31, 200"})
    void a_policy_ends_not_before_it_began(int days, int status) {
        var code = ServerUnderTest.unique("CY");
        var path = "/v1/policies/" + code + "/versions/1";
        assertThat(chaoyang.post("/v1/policies", policy(code, "110105", "110105")).status())
                .isEqualTo(201);
        var draft = city.post(path + "/end", Map.of("effectiveTo", inDays(50)));
        assertThat(draft.status()).isEqualTo(409);
        assertThat(draft.code()).isEqualTo("POLICY_NOT_RELEASED");
        assertThat(city.post(path + "/release").status()).isEqualTo(200);

        var ended = city.post(path + "/end", Map.of("effectiveTo", inDays(days)));

        assertThat(ended.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"effectiveTo\": null}",
                "{\"effectiveTo\": 20261231}",
                "{\"effectiveTo\": \"2026-13-01\"}",
                "{\"effectiveTo\": \"+12026-01-01\"}",
                "{\"effectiveTo\": \"2099-01-01\", \"why\": \"\"}",
                "[]",
                "\"2026-12-31\""
            })
    void an_end_that_is_faulty_is_refused(String body) {
        var refused = city.post("/v1/policies/BJ-DINER/versions/1/end", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void every_fault_of_a_policy_is_named_by_its_place() {
        var document =
                policy("CY", "1", "110105")
                        .replace("\"FIXED\"", "\"GIFT\"")
                        .replace("\"weight\": 1", "\"weight\": 0")
                        .replace("\"minAge\": 60", "\"minAge\": 60, \"zodiac\": \"OX\"");

        var refused = chaoyang.post("/v1/policies", document);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_MALFORMED");
        assertThat(refused.at("/errors").findValuesAsText("pointer"))
                .contains("/owner", "/amount/type", "/funding/0/weight", "/who/0/zodiac");
    }

    @ParameterizedTest
    @CsvSource({
        "11, 110105, /owner",
        "110101, 110105, /owner",
        "110105, 11, /funding/0/payer",
        "110105, 110101, /funding/0/payer",
        "110105, CITY, /funding/0/payer",
        "110105, DISTRICT, /funding/0/payer"
    })
    void a_district_writes_its_own_policies_only(String owner, String payer, String pointer) {
        var code = ServerUnderTest.unique("CY");

        var refused = chaoyang.post("/v1/policies", policy(code, owner, payer));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_NOT_OURS");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(city.post("/v1/policies", policy(code, owner, payer)).status()).isEqualTo(201);
    }

    @Test
    void a_district_does_not_put_its_own_in_place_of_anothers() {
        var document =
                policy("BJ-DINER", "110105", "110105").replace("\"version\": 1", "\"version\": 9");

        var refused = chaoyang.post("/v1/policies", document);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_NOT_OURS");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/code");
    }

    @Test
    void another_districts_policy_is_no_policy_and_the_citys_is_read_only() {
        var code = ServerUnderTest.unique("CY");
        var path = "/v1/policies/" + code + "/versions/1";
        assertThat(chaoyang.post("/v1/policies", policy(code, "110105", "110105")).status())
                .isEqualTo(201);

        assertThat(dongcheng.get(path).status()).isEqualTo(404);
        assertThat(dongcheng.post(path + "/release").status()).isEqualTo(404);
        assertThat(dongcheng.post(path + "/end", Map.of("effectiveTo", inDays(9))).status())
                .isEqualTo(404);
        assertThat(chaoyang.get("/v1/policies/BJ-DINER/versions/1").status()).isEqualTo(200);
        assertThat(
                        chaoyang.post(
                                        "/v1/policies/BJ-DINER/versions/1/end",
                                        Map.of("effectiveTo", inDays(9)))
                                .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies/NONE/versions/1",
                "/v1/policies/BJ-DINER/versions/2147483647",
                "/v1/policies/%E6%9C%9D%E9%98%B3/versions/1",
                "/v1/policies/%20/versions/1"
            })
    void a_policy_that_is_not_there_is_not_found(String path) {
        assertThat(city.get(path).status()).isEqualTo(404);
        assertThat(city.post(path + "/release").status()).isEqualTo(404);
    }

    @Test
    void a_version_that_is_no_number_is_refused_or_not_found() {
        assertThat(city.get("/v1/policies/BJ-DINER/versions/99999999999").status()).isIn(400, 404);
        assertThat(city.get("/v1/policies/BJ-DINER/versions/one").status()).isIn(400, 404);
    }

    @Test
    void the_list_shows_what_concerns_the_caller_page_by_page() {
        var code = ServerUnderTest.unique("CY");
        assertThat(chaoyang.post("/v1/policies", policy(code, "110105", "110105")).status())
                .isEqualTo(201);

        var first = chaoyang.get("/v1/policies?limit=1");
        var rest = chaoyang.get("/v1/policies?limit=500&after=" + first.text("/next"));
        var codes = rest.at("/items").findValuesAsText("code");

        assertThat(first.at("/items")).hasSize(1);
        assertThat(codes).contains(code, "BJ-FLOW").doesNotContain(first.text("/items/0/code"));
        assertThat(dongcheng.get("/v1/policies?limit=500").at("/items").findValuesAsText("code"))
                .contains("BJ-DINER", "BJ-FLOW")
                .doesNotContain(code);
    }

    @Test
    void a_code_that_cannot_be_kept_is_malformed() {
        var refused = city.post("/v1/policies", policy("朝阳", "110105", "110105"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("POLICY_MALFORMED");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/code");
        assertThat(chaoyang.post("/v1/policies", policy("朝阳", "110105", "110105")).code())
                .isEqualTo("POLICY_MALFORMED");
    }

    @Test
    void the_simulator_answers_for_given_policies_and_for_those_in_force() throws IOException {
        var scheme = scheme();
        var request = (ObjectNode) scheme.get("cases").get(0).deepCopy();
        request.remove("name");
        var expected = request.remove("expect");
        request.set("policies", scheme.get("policies"));

        var given = chaoyang.post("/v1/policy-simulations", request.toString());
        request.putNull("policies");
        var inForce = SERVER.as(Role.AUDITOR).post("/v1/policy-simulations", request.toString());
        var all = JSON.createObjectNode();
        all.set("policies", scheme.get("policies"));
        all.set("cases", scheme.get("cases"));
        var many = city.post("/v1/policy-simulations", all.toString());

        assertThat(given.status()).as("%s", given).isEqualTo(200);
        assertThat(given.json()).isEqualTo(expected);
        assertThat(inForce.json()).isEqualTo(expected);
        assertThat(many.at("/quotes")).hasSameSizeAs(scheme.get("cases"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"policies\": null}",
                "{\"policies\": {}, \"cases\": []}",
                "{\"policies\": null, \"cases\": null}",
                "{\"policies\": null, \"cases\": [null, 1, []]}",
                "{\"policies\": null, \"policies\": null, \"cases\": []}",
                "{\"policies\": null, \"cases\": [], \"elder\": {}}",
                "{\"policies\": null, \"elder\": [], \"site\": 1, \"meal\": \"x\", \"used\": {},"
                        + " \"mealsThatDay\": 1e999999999, \"calendar\": {\"never\": 1}}"
            })
    void a_simulation_that_is_faulty_is_refused(String body) {
        var refused = city.send("POST", "/v1/policy-simulations", "application/json", body);

        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.STREET_OFFICER, Role.PROVIDER_MANAGER, Role.DISTRICT_FINANCE})
    void roles_that_are_not_named_are_kept_out(String role) {
        var scope =
                switch (role) {
                    case Role.STREET_OFFICER -> ScopeWords.street("110105012");
                    case Role.DISTRICT_FINANCE -> ScopeWords.district("110105");
                    default -> ScopeWords.provider(provider());
                };
        var caller = SERVER.as(role, scope);

        assertThat(caller.get("/v1/policies").status()).isEqualTo(403);
        assertThat(caller.post("/v1/policies", policy("X", "110105", "110105")).status())
                .isEqualTo(403);
        assertThat(caller.post("/v1/policy-simulations", "{}").status()).isEqualTo(403);
        var auditor = SERVER.as(Role.AUDITOR);
        assertThat(auditor.post("/v1/policies", policy("X", "110105", "110105")).status())
                .isEqualTo(403);
        assertThat(auditor.get("/v1/policies").status()).isEqualTo(200);
        assertThat(SERVER.anonymous().post("/v1/policy-simulations", "{}").status()).isEqualTo(401);
    }

    private long provider() {
        var made =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "枣营餐饮", "kind": "CANTEEN", "districtCode": "110105",
                         "bankAccount": {"name": "枣营", "number": "62220202", "bankCode": "1021"}}
                        """);
        return Long.parseLong(made.text("/providerId"));
    }

    private static ObjectNode scheme() throws IOException {
        var file = Path.of("../settlement/src/test/resources/schemes/beijing-2022.json");
        return (ObjectNode) JSON.readTree(file.toFile());
    }

    private static String inDays(int days) {
        return LocalDate.now(BusinessDay.ZONE).plusDays(days).toString();
    }

    private static String policy(String code, String owner, String payer) {
        return """
        {"code": "%s", "version": 1, "name": {"zh": "朝阳补贴", "en": "Chaoyang subsidy"},
         "owner": "%s", "effectiveFrom": "%s", "effectiveTo": null,
         "side": "DINER", "payee": null, "group": null, "stage": 20, "priority": 100,
         "who": [{"minAge": 60}],
         "where": {"within": "ANY", "of": "HOUSEHOLD", "siteTypes": null, "minSiteGrade": 0,
                   "listedOnly": true},
         "when": {"slots": ["LUNCH"], "weekdays": null, "calendar": "ANY"},
         "how": null, "bill": null, "needsDinerGrant": false,
         "amount": {"type": "FIXED", "fen": 200}, "limits": [],
         "funding": [{"payer": "%s", "weight": 1}]}
        """
                .formatted(code, owner, inDays(30), payer);
    }
}
