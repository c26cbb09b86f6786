package org.nuancan.elder.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderDoorTest.elder;
import static org.nuancan.elder.ElderDoorTest.registered;
import static org.nuancan.elder.ElderFixture.anyCardNumber;
import static org.nuancan.elder.ElderFixture.anyIdNumber;

import java.util.List;
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

/// Days that are not possible in an elder's life, at each door where they arrive. The elders are
/// born on 1944-06-15.
class ElderDaysTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Births in the year 0, in 1880, on the last day of 1899, in 2099 and in 2100.
                "110105000002290025",
                "440524188001010014",
                "440524189912310012",
                "110105209912310010",
                "110105210001010015",
            })
    void an_id_number_of_nobody_who_lives_is_refused(String number) {
        var registration = OFFICER.withNewKey().post("/v1/elders", elder(number));
        assertThat(registration.status()).isEqualTo(422);
        assertThat(registration.code()).isEqualTo("ID_NUMBER_INVALID");

        var search = OFFICER.post("/v1/elders/search", Map.of("idNumber", number));
        assertThat(search.status()).isEqualTo(422);
        assertThat(search.code()).isEqualTo("ID_NUMBER_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "DECEASED, 1944-06-14",
        "DECEASED, 9999-12-31",
        "DECEASED, 2099-01-01",
        "MOVED_AWAY, 1000-01-01",
        "SUSPENDED, 9999-12-31",
    })
    void a_status_on_an_impossible_day_is_refused(String status, String on) {
        var path = "/v1/elders/" + registered();

        var refused =
                OFFICER.post(path + "/status", Map.of("status", status, "on", on, "reason", ""));

        assertImpossible(refused, "/on");
        assertThat(OFFICER.get(path).text("/status")).isEqualTo("ACTIVE");
        assertThat(OFFICER.get(path).at("/deceasedOn").isNull()).isTrue();
    }

    @Test
    void a_death_on_the_day_of_birth_is_recorded() {
        var died = Map.of("status", "DECEASED", "on", "1944-06-15", "reason", "死亡证明");

        assertThat(OFFICER.post("/v1/elders/" + registered() + "/status", died).status())
                .isEqualTo(200);
    }

    @Test
    void stays_categories_and_cards_keep_to_the_life_too() {
        var elderId = registered();
        var path = "/v1/elders/" + elderId;
        var stay = Map.of("from", "1944-06-14", "where", "医院");
        assertImpossible(OFFICER.post(path + "/stays", stay), "/from");
        var far = Map.of("from", "2099-01-01", "where", "医院");
        assertImpossible(OFFICER.post(path + "/stays", far), "/from");

        var categories = List.of(held("2020-01-01"), held("1944-06-14"));
        var change = Map.of("version", 1, "categories", categories);
        assertImpossible(OFFICER.patch(path, change), "/categories/1/from");

        var body = elder(anyIdNumber().value()).replace("2020-01-01", "1944-06-14");
        assertImpossible(OFFICER.withNewKey().post("/v1/elders", body), "/categories/0/from");

        var card =
                Map.of(
                        "cardNumber", anyCardNumber().value(),
                        "kind", "SENIOR_CARD",
                        "validTo", "1944-06-14");
        assertImpossible(OFFICER.post(path + "/cards", card), "/validTo");
        assertThat(OFFICER.get(path).number("/version")).isEqualTo(1);
    }

    @Test
    void the_same_category_twice_is_refused() {
        var path = "/v1/elders/" + registered();
        var twice = List.of(held("2020-01-01"), held("2020-01-01"));

        var refused = OFFICER.patch(path, Map.of("version", 1, "categories", twice));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/categories/1");
        assertThat(refused.text("/errors/0/code")).isEqualTo("REPEATED");
    }

    private static Map<String, String> held(String from) {
        return Map.of("category", "LIVING_ALONE", "from", from, "evidence", "");
    }

    private static void assertImpossible(Reply refused, String pointer) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DAY_IMPOSSIBLE");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }
}
