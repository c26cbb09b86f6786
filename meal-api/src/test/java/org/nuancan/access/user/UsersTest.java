package org.nuancan.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Later;
import org.nuancan.access.Premises;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class UsersTest {

    private static final String PASSWORD = "noodles-at-eleven";
    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client CHAOYANG =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Client DONGCHENG =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
    private static final Premises THERE = Premises.in(SERVER, "110105012");

    @Test
    void the_city_makes_a_user_who_can_sign_in_and_is_shown_without_a_password() {
        var name = ServerUnderTest.unique("officer");

        var made = make(CITY, name, "DISTRICT_OFFICER", Map.of("districtCode", "110105"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.text("/username")).isEqualTo(name);
        assertThat(made.text("/scope/districtCode")).isEqualTo("110105");
        assertThat(made.at("/scope/siteId").isNull()).isTrue();
        assertThat(made.body()).doesNotContain(PASSWORD, "argon", "secret");
        confirm(name);
        assertThat(login(name, PASSWORD).status()).isEqualTo(200);
        assertThat(CITY.get("/v1/users/" + name).text("/role")).isEqualTo("DISTRICT_OFFICER");
    }

    @Test
    void a_name_is_taken_once_by_users_and_terminals_together() {
        var name = ServerUnderTest.unique("twin");
        var first = make(CITY, name, "CITY_ADMIN", Map.of());
        var till = ServerUnderTest.unique("till-twin");
        var _ =
                SERVER.bean(TerminalActivationService.class)
                        .createActivated(till, THERE.siteId(), "a", "some-secret");

        var second = make(CITY, name, "AUDITOR", Map.of());
        var third = make(CITY, till, "AUDITOR", Map.of());

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("USER_EXISTS");
        assertThat(third.code()).isEqualTo("USER_EXISTS");
    }

    @Test
    void a_district_makes_users_within_itself_only() {
        var site = Map.of("siteId", Long.toString(THERE.siteId()));
        var provider = Map.of("providerId", Long.toString(THERE.providerId()));
        var street = Map.of("streetCode", "110105012");

        assertThat(make(CHAOYANG, "KITCHEN_STAFF", site).status()).isEqualTo(201);
        assertThat(make(CHAOYANG, "PROVIDER_MANAGER", provider).status()).isEqualTo(201);
        assertThat(make(CHAOYANG, "STREET_OFFICER", street).status()).isEqualTo(201);
        assertThat(make(DONGCHENG, "KITCHEN_STAFF", site).status()).isEqualTo(404);
        assertThat(make(DONGCHENG, "PROVIDER_MANAGER", provider).status()).isEqualTo(404);
        assertThat(make(DONGCHENG, "STREET_OFFICER", street).status()).isEqualTo(403);
        assertThat(make(CHAOYANG, "CITY_ADMIN", Map.of()).status()).isEqualTo(403);
        assertThat(make(CHAOYANG, "AUDITOR", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void what_a_user_belongs_to_is_on_file() {
        assertThat(make(CITY, "PROVIDER_MANAGER", Map.of("providerId", "1")).status())
                .isEqualTo(404);
        assertThat(make(CITY, "KITCHEN_STAFF", Map.of("siteId", "1")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_OFFICER, streetCode, 110105012",
        "STREET_OFFICER, districtCode, 110105",
        "ORDER_DESK, districtCode, 110105",
        "PROVIDER_MANAGER, siteId, 5",
        "KITCHEN_STAFF, providerId, 5",
        "CITY_ADMIN, districtCode, 110105",
        "AUDITOR, streetCode, 110105012",
        "POS_TERMINAL, siteId, 5",
        "KING, districtCode, 110105",
        "DISTRICT_OFFICER, districtCode, 11010",
        "DISTRICT_OFFICER, districtCode, 1101055"
    })
    void a_role_has_one_kind_of_scope(String role, String field, String code) {
        var answer = make(CITY, role, Map.of(field, code));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void a_short_password_and_a_strange_name_are_refused_together() {
        var answer =
                CITY.post(
                        "/v1/users",
                        Map.of(
                                "username", "老王",
                                "password", "1234567",
                                "role", "CITY_ADMIN"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors").size()).isEqualTo(2);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(answer.text("/errors/1/pointer")).isEqualTo("/username");
    }

    @Test
    void a_disabled_user_is_out() {
        var name = ServerUnderTest.unique("leaver");
        assertThat(make(CITY, name, "DISTRICT_OFFICER", Map.of("districtCode", "110105")).status())
                .isEqualTo(201);
        confirm(name);
        var session = login(name, PASSWORD);
        var leaver =
                SERVER.anonymous().with("Authorization", "Bearer " + session.text("/access_token"));
        assertThat(leaver.get("/v1/users").status()).isEqualTo(200);

        var disabled = CHAOYANG.post("/v1/users/" + name + "/disable");

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.at("/disabled").booleanValue()).isTrue();
        Later.eventually(() -> leaver.get("/v1/users").status() == 401);
        assertThat(login(name, PASSWORD).status()).isEqualTo(401);
        assertThat(
                        SERVER.anonymous()
                                .postForm(
                                        "/oauth/access_token",
                                        "grant_type=refresh_token&refresh_token="
                                                + session.text("/refresh_token"))
                                .status())
                .isEqualTo(400);
        assertThat(CHAOYANG.post("/v1/users/" + name + "/disable").status()).isEqualTo(200);
    }

    @Test
    void users_of_another_district_are_not_there() {
        var name = ServerUnderTest.unique("theirs");
        assertThat(make(CITY, name, "DISTRICT_FINANCE", Map.of("districtCode", "110105")).status())
                .isEqualTo(201);

        assertThat(DONGCHENG.get("/v1/users/" + name).status()).isEqualTo(404);
        assertThat(DONGCHENG.post("/v1/users/" + name + "/disable").status()).isEqualTo(404);
        assertThat(DONGCHENG.get("/v1/users?limit=500").body()).doesNotContain(name + "\"");
        assertThat(CHAOYANG.get("/v1/users?limit=500").body()).contains(name + "\"");
        confirm(name);
        assertThat(login(name, PASSWORD).status()).isEqualTo(200);
    }

    /// An account with power needs a second person.
    private static void confirm(String name) {
        assertThat(CHAOYANG.post("/v1/users/" + name + "/confirm").status()).isEqualTo(200);
    }

    private static Reply make(Client by, String role, Map<String, String> scope) {
        return make(by, ServerUnderTest.unique("user"), role, scope);
    }

    private static Reply make(Client by, String name, String role, Map<String, String> scope) {
        return by.post(
                "/v1/users",
                Map.of("username", name, "password", PASSWORD, "role", role, "scope", scope));
    }

    private static Reply login(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }
}
