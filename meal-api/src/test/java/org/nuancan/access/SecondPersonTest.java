package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Accounts that review, approve or pay are brought into use by two persons.
class SecondPersonTest {

    private static final String PASSWORD = "noodles-at-eleven";
    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client OTHER_CITY = SERVER.signedInAs(Role.CITY_ADMIN, ScopeWords.city());
    private static final Client CHAOYANG =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Client OTHER_CHAOYANG =
            SERVER.signedInAs(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Client DONGCHENG =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
    private static final Premises HERE = Premises.in(SERVER, "110105012");

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_OFFICER, districtCode, 110105",
        "DISTRICT_FINANCE, districtCode, 110105",
        "STREET_OFFICER, streetCode, 110105012"
    })
    void an_account_with_power_waits_until_another_person_confirms(
            String role, String field, String code) {
        var made = make(CHAOYANG, role, Map.of(field, code));
        var name = made.text("/username");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/state")).isEqualTo("PENDING");
        assertThat(made.at("/pendingSince").isNull()).isFalse();
        assertThat(signIn(name).status()).isEqualTo(403);
        assertThat(signIn(name).code()).isEqualTo("ACCOUNT_PENDING");
        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(CHAOYANG, name).code()).isEqualTo("USER_SECOND_PERSON");
        assertThat(confirm(DONGCHENG, name).status()).isEqualTo(404);
        assertThat(signIn(name).status()).isEqualTo(403);

        var confirmed = confirm(OTHER_CHAOYANG, name);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("/state")).isEqualTo("ACTIVE");
        assertThat(confirmed.text("/confirmedBy")).isNotBlank();
        assertThat(signIn(name).status()).isEqualTo(200);
        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_of_the_city_is_confirmed_by_another_one() {
        var name = make(CITY, "CITY_ADMIN", Map.of()).text("/username");

        assertThat(confirm(CITY, name).status()).isEqualTo(403);
        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(404);
        assertThat(signIn(name).code()).isEqualTo("ACCOUNT_PENDING");
        assertThat(confirm(OTHER_CITY, name).status()).isEqualTo(200);
        assertThat(signIn(name).status()).isEqualTo(200);
    }

    @Test
    void a_guesser_does_not_learn_that_an_account_waits() {
        var name = make(CITY, "CITY_ADMIN", Map.of()).text("/username");

        var wrong =
                SERVER.anonymous()
                        .post("/login", Map.of("username", name, "password", "wrong-guess"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void accounts_without_review_rights_need_no_confirmation() {
        for (var made :
                List.of(
                        make(CHAOYANG, "ORDER_DESK", Map.of("streetCode", "110105012")),
                        make(CHAOYANG, "AUDITOR", Map.of("districtCode", "110105")),
                        make(CHAOYANG, "PROVIDER_MANAGER", provider()))) {
            assertThat(made.text("/state")).isEqualTo("ACTIVE");
            assertThat(signIn(made.text("/username")).status()).isEqualTo(200);
        }
    }

    @Test
    void another_role_or_scope_and_a_reset_make_it_wait_again_and_end_its_tokens() {
        var name = confirmed("STREET_OFFICER", Map.of("streetCode", "110105012"));

        for (var change :
                List.of(
                        Map.of("scope", Map.of("streetCode", "110105013")),
                        Map.of(
                                "role",
                                "DISTRICT_FINANCE",
                                "scope",
                                Map.of("districtCode", "110105")))) {
            var token = token(name);
            var changed = patch(CHAOYANG, name, change);

            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            assertThat(changed.text("/state")).isEqualTo("PENDING");
            Later.eventually(() -> bearer(token).get("/v1/me").status() == 401);
            assertThat(signIn(name).code()).isEqualTo("ACCOUNT_PENDING");
            assertThat(confirm(CHAOYANG, name).status()).isEqualTo(403);
            assertThat(confirm(OTHER_CHAOYANG, name).status()).isEqualTo(200);
        }
        var token = token(name);

        var reset = CHAOYANG.post("/v1/users/" + name + "/reset-password");

        assertThat(reset.status()).isEqualTo(200);
        Later.eventually(() -> bearer(token).get("/v1/me").status() == 401);
        var oneTime = reset.text("/oneTimePassword");
        assertThat(signIn(name, oneTime).code()).isEqualTo("ACCOUNT_PENDING");
        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(OTHER_CHAOYANG, name).status()).isEqualTo(200);
        assertThat(signIn(name, oneTime).status()).isEqualTo(200);
    }

    @Test
    void a_role_with_power_given_later_waits_too() {
        var name =
                make(CHAOYANG, "ORDER_DESK", Map.of("streetCode", "110105012")).text("/username");

        var changed = patch(CHAOYANG, name, Map.of("role", "STREET_OFFICER"));

        assertThat(changed.text("/state")).isEqualTo("PENDING");
        assertThat(patch(CHAOYANG, name, Map.of("role", "ORDER_DESK")).text("/state"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void neither_disabling_nor_enabling_replaces_the_second_person() {
        var name =
                make(CHAOYANG, "DISTRICT_FINANCE", Map.of("districtCode", "110105"))
                        .text("/username");
        assertThat(CHAOYANG.post("/v1/users/" + name + "/disable").status()).isEqualTo(200);
        assertThat(confirm(OTHER_CHAOYANG, name).code()).isEqualTo("UNUSABLE");

        var enabled = OTHER_CHAOYANG.post("/v1/users/" + name + "/enable");

        assertThat(enabled.text("/state")).isEqualTo("PENDING");
        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(OTHER_CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(CITY, name).status()).isEqualTo(200);
        assertThat(signIn(name).status()).isEqualTo(200);
    }

    @Test
    void all_who_changed_a_waiting_account_are_its_makers() {
        var name =
                make(CHAOYANG, "STREET_OFFICER", Map.of("streetCode", "110105012"))
                        .text("/username");
        var moved = patch(OTHER_CHAOYANG, name, Map.of("scope", Map.of("streetCode", "110105013")));
        assertThat(moved.status()).isEqualTo(200);

        assertThat(confirm(CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(OTHER_CHAOYANG, name).status()).isEqualTo(403);
        assertThat(confirm(CITY, name).status()).isEqualTo(200);
    }

    @Test
    void an_account_that_waits_confirms_nobody_even_with_a_token_from_before() {
        var helper = confirmed("DISTRICT_OFFICER", Map.of("districtCode", "110105"));
        var token = token(helper);
        var name =
                make(CHAOYANG, "DISTRICT_FINANCE", Map.of("districtCode", "110105"))
                        .text("/username");

        assertThat(CHAOYANG.post("/v1/users/" + helper + "/reset-password").status())
                .isEqualTo(200);

        assertThat(confirm(bearer(token), name).status()).isEqualTo(401);
        assertThat(CITY.get("/v1/users/" + name).text("/state")).isEqualTo("PENDING");
    }

    @Test
    void nobody_changes_the_own_role_or_scope_or_gives_the_own_account_a_password() {
        var name = confirmed("DISTRICT_OFFICER", Map.of("districtCode", "110105"));
        var officer = bearer(token(name));

        assertThat(patch(officer, name, Map.of("role", "DISTRICT_FINANCE")).code())
                .isEqualTo("OWN_ACCOUNT");
        assertThat(patch(officer, name, Map.of("scope", Map.of("districtCode", "110101"))).status())
                .isEqualTo(403);
        assertThat(officer.post("/v1/users/" + name + "/reset-password").status()).isEqualTo(403);
        assertThat(confirm(officer, name).status()).isEqualTo(200);
        assertThat(patch(officer, name, Map.of("displayName", "王主任")).text("/displayName"))
                .isEqualTo("王主任");
        assertThat(CITY.get("/v1/users/" + name).text("/state")).isEqualTo("ACTIVE");
    }

    @Test
    void a_district_gives_nobody_power_beyond_itself() {
        var name = confirmed("STREET_OFFICER", Map.of("streetCode", "110105012"));

        assertThat(patch(CHAOYANG, name, Map.of("role", "CITY_ADMIN", "scope", Map.of())).status())
                .isEqualTo(403);
        assertThat(
                        patch(CHAOYANG, name, Map.of("scope", Map.of("streetCode", "110101001")))
                                .status())
                .isEqualTo(403);
        assertThat(patch(CHAOYANG, name, Map.of("role", "DISTRICT_FINANCE")).status())
                .isEqualTo(400);
        assertThat(patch(DONGCHENG, name, Map.of("displayName", "a")).status()).isEqualTo(404);
    }

    @Test
    void the_first_two_administrators_of_a_city_need_nobody_and_the_third_does() {
        var server = ServerUnderTest.start(Map.of());
        var first = server.as(Role.CITY_ADMIN);
        var second = make(first, "CITY_ADMIN", Map.of());
        var name = second.text("/username");
        assertThat(second.text("/state")).isEqualTo("ACTIVE");

        var reset = first.post("/v1/users/" + name + "/reset-password");
        assertThat(reset.text("/user/state")).isEqualTo("ACTIVE");

        var third = make(first, "CITY_ADMIN", Map.of());
        assertThat(third.text("/state")).isEqualTo("PENDING");
        assertThat(first.post("/v1/users/" + name + "/disable").status()).isEqualTo(200);
        assertThat(make(first, "CITY_ADMIN", Map.of()).text("/state")).isEqualTo("PENDING");
    }

    private static String confirmed(String role, Map<String, String> scope) {
        var name = make(CHAOYANG, role, scope).text("/username");
        assertThat(confirm(CITY, name).status()).isEqualTo(200);
        return name;
    }

    private static Map<String, String> provider() {
        return Map.of("providerId", Long.toString(HERE.providerId()));
    }

    private static Reply make(Client by, String role, Map<String, String> scope) {
        var name = ServerUnderTest.unique("second");
        return by.post(
                "/v1/users",
                Map.of("username", name, "password", PASSWORD, "role", role, "scope", scope));
    }

    private static Reply confirm(Client by, String name) {
        return by.post("/v1/users/" + name + "/confirm");
    }

    private static Reply patch(Client by, String name, Map<String, ?> change) {
        var body = new HashMap<String, Object>(change);
        body.put("version", CITY.get("/v1/users/" + name).number("/version"));
        return by.patch("/v1/users/" + name, body);
    }

    private static String token(String name) {
        return signIn(name).text("/access_token");
    }

    private static Client bearer(String token) {
        return SERVER.anonymous().with("Authorization", "Bearer " + token);
    }

    private static Reply signIn(String name) {
        return signIn(name, PASSWORD);
    }

    private static Reply signIn(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }
}
