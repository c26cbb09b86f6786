package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderFixture.anyIdNumber;
import static org.nuancan.elder.ElderFixture.atOnce;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

public class ElderDoorTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));

    @Test
    void an_elder_is_registered_once_and_answered_masked() {
        var number = anyIdNumber();
        var key = OFFICER.withNewKey();

        var made = key.post("/v1/elders", elder(number.value()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/maskedName")).isEqualTo("张*生");
        assertThat(made.text("/maskedIdNumber")).isEqualTo(number.masked());
        assertThat(made.text("/birthDate")).isEqualTo("1944-06-15");
        assertThat(made.at("/deceasedOn").isNull()).isTrue();
        assertThat(made.body()).doesNotContain(number.value()).doesNotContain("张三生");

        var again = key.post("/v1/elders", elder(number.value()));
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(made.body());
        var other = OFFICER.withNewKey().post("/v1/elders", elder(number.value()));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ELDER_EXISTS");
        var shown = OFFICER.get("/v1/elders/" + made.text("/elderId"));
        assertThat(shown.json()).isEqualTo(made.json());
    }

    @Test
    void the_same_elder_registered_by_twenty_at_once_is_registered_once() throws Exception {
        var body = elder(anyIdNumber().value());

        var replies = atOnce(20, index -> OFFICER.withNewKey().post("/v1/elders", body).status());

        assertThat(replies).filteredOn(status -> status == 201).hasSize(1);
        assertThat(replies).filteredOn(status -> status == 409).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "123", "", "11010519490230002X"})
    void an_invalid_id_number_is_refused_and_not_repeated_in_the_answer(String number) {
        var refused = OFFICER.withNewKey().post("/v1/elders", elder(number));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ID_NUMBER_INVALID");
        if (number.length() > 3) {
            assertThat(refused.body()).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | null | /name",
                "name | \" \" | /name",
                "careGrade | 7 | /careGrade",
                "careGrade | \"3\" | /careGrade",
                "careGrade | 1.5 | /careGrade",
                "residenceDivision | \"110105\" | /residenceDivision",
                "household | {\"kind\":\"LOCAL\",\"division\":\"11010501\"} | /household/division",
                "household | {\"kind\":\"ALIEN\",\"division\":\"110105012\"} | /household/kind",
                "diet | null | /diet",
                "allergens | [\"\"] | /allergens/0",
                "colour | \"red\" | /colour",
                "categories"
                        + " | [{\"category\":\"LOW_INCOME\",\"from\":\"2026-02-01\",\"to\":\"2026-01-31\",\"evidence\":\"\"}]"
                        + " | /categories/0/to",
            })
    void a_malformed_field_is_named(String field, String value, String pointer) throws Exception {
        var mapper = new ObjectMapper();
        var body = (ObjectNode) mapper.readTree(elder(anyIdNumber().value()));
        body.set(field, mapper.readTree(value));

        var refused = OFFICER.withNewKey().post("/v1/elders", body.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.json().findValuesAsText("pointer")).contains(pointer);
    }

    @Test
    void a_key_is_required() {
        assertThat(OFFICER.post("/v1/elders", elder(anyIdNumber().value())).code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void a_caller_of_another_area_does_not_see_the_elder() {
        var elderId = registered();
        var dongcheng = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
        var auditor = SERVER.as(Role.AUDITOR, ScopeWords.district("110105"));
        var desk = SERVER.as(Role.ORDER_DESK, ScopeWords.street("110105013"));

        assertThat(dongcheng.get("/v1/elders/" + elderId).status()).isEqualTo(404);
        assertThat(dongcheng.post("/v1/elders/" + elderId + "/codes", "{}").status())
                .isEqualTo(404);
        assertThat(auditor.get("/v1/elders/" + elderId).status()).isEqualTo(200);
        assertThat(auditor.post("/v1/elders/" + elderId + "/codes", "{}").status()).isEqualTo(403);
        assertThat(desk.get("/v1/elders/" + elderId).status()).isEqualTo(200);
        assertThat(OFFICER.get("/v1/elders/abc").status()).isEqualTo(404);
        assertThat(SERVER.anonymous().get("/v1/elders/" + elderId).status()).isEqualTo(401);
    }

    @Test
    void a_change_needs_the_version_it_was_made_on() {
        var elderId = registered();
        var path = "/v1/elders/" + elderId;

        var changed = OFFICER.patch(path, Map.of("version", 1, "careGrade", 4, "phone", "1"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.number("/version")).isEqualTo(2);
        assertThat(changed.number("/careGrade")).isEqualTo(4);
        assertThat(changed.text("/address")).isEqualTo("某街 1 号");
        var stale = OFFICER.patch(path, Map.of("version", 1, "careGrade", 5));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(OFFICER.patch(path, Map.of("careGrade", 5)).status()).isEqualTo(400);
        assertThat(OFFICER.get(path + "/changes").at("/items/1/fields").textValue())
                .isEqualTo("phone,careGrade");
    }

    @Test
    void a_card_is_handed_out_stopped_and_gone_for_good() {
        var elderId = registered();
        var number = ServerUnderTest.unique("Card");
        var card = Map.of("cardNumber", number, "kind", "SENIOR_CARD");
        var path = "/v1/elders/" + elderId + "/cards";

        var issued = OFFICER.post(path, card);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("/state")).isEqualTo("ACTIVE");
        assertThat(OFFICER.post("/v1/elders/" + registered() + "/cards", card).code())
                .isEqualTo("CARD_EXISTS");

        var lost = state(number, "LOST");
        assertThat(lost.status()).isEqualTo(200);
        assertThat(lost.text("/state")).isEqualTo("LOST");
        assertThat(lost.text("/lapsesAt")).isNotEmpty();
        assertThat(state(number, "FROZEN").text("/state")).isEqualTo("FROZEN");
        assertThat(state(number, "CANCELLED").text("/state")).isEqualTo("CANCELLED");
        var refused = state(number, "ACTIVE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CARD_CANCELLED");
        assertThat(state("unknown-1", "LOST").status()).isEqualTo(404);
        var next = Map.of("cardNumber", number + "-b", "kind", "TEMPORARY");
        assertThat(OFFICER.post(path, next).status()).isEqualTo(201);
    }

    private static Reply state(String number, String state) {
        return OFFICER.post("/v1/cards/" + number + "/state", Map.of("state", state));
    }

    @Test
    void an_id_number_is_no_card_number() {
        var card = Map.of("cardNumber", anyIdNumber().value(), "kind", "SENIOR_CARD");

        var refused = OFFICER.post("/v1/elders/" + registered() + "/cards", card);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CARD_NUMBER_INVALID");
    }

    @Test
    void a_code_is_made_with_and_without_a_body() {
        var path = "/v1/elders/" + registered() + "/codes";

        assertThat(OFFICER.post(path).status()).isEqualTo(201);
        assertThat(OFFICER.post(path, "{}").text("/code")).startsWith("NC1.");
        var proxy = OFFICER.post(path, Map.of("proxy", true));
        assertThat(proxy.at("/proxy").booleanValue()).isTrue();
        assertThat(OFFICER.post(path, "{\"proxy\":\"yes\"}").status()).isEqualTo(400);
    }

    @Test
    void the_record_shows_stay_and_status() {
        var path = "/v1/elders/" + registered();

        var stay = OFFICER.post(path + "/stays", "{\"from\":\"2026-01-05\",\"where\":\"医院\"}");
        assertThat(stay.status()).isEqualTo(201);
        assertThat(stay.text("/stays/0/from")).isEqualTo("2026-01-05");
        assertThat(stay.at("/stays/0/to").isNull()).isTrue();
        var disorder = "{\"from\":\"2026-01-05\",\"to\":\"2026-01-04\",\"where\":\"医院\"}";
        assertThat(OFFICER.post(path + "/stays", disorder).status()).isEqualTo(400);

        var status =
                OFFICER.post(
                        path + "/status",
                        Map.of("status", "DECEASED", "on", "2026-02-01", "reason", "死亡证明"));
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.text("/deceasedOn")).isEqualTo("2026-02-01");
    }

    public static String registered() {
        return registered(anyIdNumber().value());
    }

    public static String registered(String number) {
        var made = OFFICER.withNewKey().post("/v1/elders", elder(number));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/elderId");
    }

    public static String elder(String idNumber) {
        return """
        {"name": "张三生", "idNumber": "%s",
         "household": {"kind": "LOCAL", "division": "110105012"},
         "residenceDivision": "110105013", "address": "某街 1 号", "phone": "13800138000",
         "categories": [{"category": "LOW_INCOME", "from": "2020-01-01", "to": null,
                         "evidence": "低保证 7"}],
         "careGrade": 2, "diet": ["低盐"], "allergens": [],
         "contacts": [{"name": "张小生", "relation": "女儿", "phone": "13900139000"}]}
        """
                .formatted(idNumber);
    }
}
