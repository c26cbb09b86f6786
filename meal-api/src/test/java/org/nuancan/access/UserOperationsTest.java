package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class UserOperationsTest {

    private static final String PASSWORD = "noodles-at-eleven";
    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client CHAOYANG =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Premises HERE = Premises.in(SERVER, "110105012");
    private static final Premises THERE = Premises.in(SERVER, "110105012");
    private static final Client MANAGER =
            SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(HERE.providerId()));

    @Test
    void a_user_has_a_display_name_by_which_it_is_found() {
        var name = ServerUnderTest.unique("named");
        var made =
                CITY.post(
                        "/v1/users",
                        Map.of(
                                "username",
                                name,
                                "displayName",
                                "  王  小明 ",
                                "password",
                                PASSWORD,
                                "role",
                                "ORDER_DESK",
                                "scope",
                                Map.of("streetCode", "110105013")));

        assertThat(made.text("/displayName")).isEqualTo("王 小明");
        assertThat(found(CITY, "q=" + encoded("小明"))).contains(name);
        assertThat(found(CITY, "q=" + name.substring(2).toUpperCase(Locale.ROOT))).contains(name);
        assertThat(found(CITY, "q=" + encoded("100%小明"))).isEmpty();
        assertThat(found(CITY, "role=ORDER_DESK&scope=110105013")).contains(name);
        assertThat(found(CITY, "role=ORDER_DESK&scope=110105")).contains(name);
        assertThat(found(CITY, "role=ORDER_DESK&scope=110105012")).doesNotContain(name);
        assertThat(found(CITY, "role=AUDITOR&scope=110105")).doesNotContain(name);
        assertThat(CITY.get("/v1/users?role=KING").status()).isEqualTo(400);
        assertThat(CITY.get("/v1/users?scope=a").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "110105194910010015", "a\\u0000b", "\\ud800"})
    void a_display_name_is_a_name(String displayName) {
        var made =
                CITY.post(
                        "/v1/users",
                        """
                        {"username": "%s", "displayName": "%s", "password": "%s",
                         "role": "AUDITOR", "scope": null}
                        """
                                .formatted(ServerUnderTest.unique("odd"), displayName, PASSWORD));

        assertThat(made.status()).isEqualTo(400);
        assertThat(made.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void a_stale_version_names_who_changed_the_user_and_when() {
        var name = make(CITY, "ORDER_DESK", Map.of("streetCode", "110105012")).text("/username");
        var changed = patch(CHAOYANG, name, 1, Map.of("displayName", "张三"));
        assertThat(changed.number("/version")).isEqualTo(2);

        var stale = patch(CITY, name, 1, Map.of("displayName", "李四"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(stale.text("/changedBy")).isEqualTo(changed.text("/changedBy"));
        assertThat(stale.text("/changedAt")).startsWith("20");
        assertThat(CITY.get("/v1/users/" + name).text("/displayName")).isEqualTo("张三");
    }

    @Test
    void a_one_time_password_is_changed_before_anything_else() {
        var name = make(CITY, "ORDER_DESK", Map.of("streetCode", "110105012")).text("/username");
        var reset = CHAOYANG.post("/v1/users/" + name + "/reset-password");
        var oneTime = reset.text("/oneTimePassword");
        assertThat(reset.at("/user/passwordChangeRequired").booleanValue()).isTrue();
        assertThat(signIn(name, PASSWORD).status()).isEqualTo(401);
        var session = signIn(name, oneTime);
        var caller = bearer(session.text("/access_token"));

        for (var path : List.of("/v1/me", "/v1/menus", "/v1/users", "/v1/nowhere")) {
            assertThat(caller.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(caller.get("/v1/me").code()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
        var refreshed =
                SERVER.anonymous()
                        .postForm(
                                "/oauth/access_token",
                                "grant_type=refresh_token&refresh_token="
                                        + session.text("/refresh_token"));
        assertThat(bearer(refreshed.text("/access_token")).get("/v1/me").status()).isEqualTo(403);
        assertThat(changePassword(caller, oneTime, oneTime).code()).isEqualTo("PASSWORD_REFUSED");

        var changed = changePassword(caller, oneTime, "porridge-at-seven");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(bearer(changed.text("/access_token")).get("/v1/me").status()).isEqualTo(200);
        Later.eventually(() -> caller.get("/v1/me").status() == 401);
        var again = signIn(name, "porridge-at-seven").text("/access_token");
        assertThat(bearer(again).get("/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "        ", "          ", "qwertyuiop", "1234567890"})
    void a_guessable_password_is_refused_wherever_one_is_chosen(String password) {
        var made =
                CITY.post(
                        "/v1/users",
                        Map.of(
                                "username",
                                ServerUnderTest.unique("weak"),
                                "password",
                                password,
                                "role",
                                "AUDITOR"));
        var name = make(CITY, "AUDITOR", Map.of()).text("/username");
        var caller = bearer(signIn(name, PASSWORD).text("/access_token"));

        assertThat(made.status()).isIn(400, 422);
        assertThat(changePassword(caller, PASSWORD, password).status()).isIn(400, 422);
        assertThat(signIn(name, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void the_user_name_is_no_password() {
        var name = ServerUnderTest.unique("long-enough-name");

        var made =
                CITY.post(
                        "/v1/users", Map.of("username", name, "password", name, "role", "AUDITOR"));

        assertThat(made.status()).isEqualTo(422);
        assertThat(made.code()).isEqualTo("PASSWORD_REFUSED");
        assertThat(made.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(made.text("/errors/0/code")).isEqualTo("OWN_NAME");
    }

    @Test
    void a_providers_manager_looks_after_its_own_staff_only() {
        var site = Map.of("siteId", Long.toString(HERE.siteId()));
        var provider = Map.of("providerId", Long.toString(HERE.providerId()));
        var otherSite = Map.of("siteId", Long.toString(THERE.siteId()));
        var otherProvider = Map.of("providerId", Long.toString(THERE.providerId()));
        var cook = make(MANAGER, "KITCHEN_STAFF", site);
        var rider = make(MANAGER, "RIDER", provider).text("/username");
        var dispatcher = make(MANAGER, "DISPATCHER", provider).text("/username");
        var theirs = make(CITY, "KITCHEN_STAFF", otherSite).text("/username");
        var colleague = make(CITY, "PROVIDER_MANAGER", provider).text("/username");

        assertThat(cook.status()).isEqualTo(201);
        assertThat(cook.text("/state")).isEqualTo("ACTIVE");
        assertThat(make(MANAGER, "KITCHEN_STAFF", otherSite).status()).isEqualTo(404);
        assertThat(make(MANAGER, "RIDER", otherProvider).status()).isEqualTo(404);
        assertThat(make(MANAGER, "PROVIDER_MANAGER", provider).status()).isEqualTo(403);
        assertThat(make(MANAGER, "STREET_OFFICER", Map.of("streetCode", "110105012")).status())
                .isEqualTo(403);
        assertThat(found(MANAGER, "limit=500"))
                .contains(cook.text("/username"), rider, dispatcher)
                .doesNotContain(theirs, colleague);
        assertThat(MANAGER.get("/v1/users/" + theirs).status()).isEqualTo(404);
        assertThat(MANAGER.post("/v1/users/" + colleague + "/reset-password").status())
                .isEqualTo(404);
        assertThat(MANAGER.post("/v1/users/" + rider + "/disable").text("/state"))
                .isEqualTo("DISABLED");
        assertThat(MANAGER.post("/v1/users/" + rider + "/enable").text("/state"))
                .isEqualTo("ACTIVE");
        assertThat(patch(MANAGER, rider, 3, Map.of("role", "PROVIDER_MANAGER")).status())
                .isEqualTo(403);
        assertThat(patch(MANAGER, rider, 3, Map.of("scope", otherProvider)).status())
                .isEqualTo(404);
        assertThat(patch(MANAGER, rider, 3, Map.of("role", "DISPATCHER")).status()).isEqualTo(200);
    }

    @Test
    void callers_can_read_their_own_account_and_its_operations() {
        var cook = SERVER.as(Role.KITCHEN_STAFF, ScopeWords.site(HERE.siteId())).get("/v1/me");
        var street = SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105012")).get("/v1/me");

        assertThat(cook.text("/role")).isEqualTo("KITCHEN_STAFF");
        assertThat(cook.text("/scope/siteId")).isEqualTo(Long.toString(HERE.siteId()));
        assertThat(cook.text("/scope/siteName")).isEqualTo("a");
        assertThat(cook.text("/scope/providerName")).isEqualTo("a");
        assertThat(cook.text("/scope/districtName")).isEqualTo("朝阳区");
        assertThat(cook.at("/operations").toString())
                .contains("\"PUT /v1/sites/{siteId}/menus/{date}/{slot}\"", "\"GET /v1/me\"")
                .doesNotContain("/v1/pos/checkouts");
        assertThat(street.text("/scope/streetName")).isNotBlank();
        assertThat(street.at("/scope/siteId").isNull()).isTrue();
        assertThat(SERVER.terminal(HERE.siteId()).get("/v1/me").at("/operations").toString())
                .contains("\"POST /v1/pos/checkouts\"");
    }

    @Test
    void each_change_of_an_account_is_in_the_audit_log() {
        var name = make(CITY, "ORDER_DESK", Map.of("streetCode", "110105012")).text("/username");
        assertThat(patch(CITY, name, 1, Map.of("displayName", "张三")).status()).isEqualTo(200);
        assertThat(patch(CITY, name, 2, Map.of("role", "STREET_OFFICER")).status()).isEqualTo(200);
        assertThat(CHAOYANG.post("/v1/users/" + name + "/confirm").status()).isEqualTo(200);
        assertThat(CITY.post("/v1/users/" + name + "/reset-password").status()).isEqualTo(200);
        assertThat(CITY.post("/v1/users/" + name + "/disable").status()).isEqualTo(200);
        assertThat(CITY.post("/v1/users/" + name + "/enable").status()).isEqualTo(200);

        assertThat(acts(name))
                .containsExactly(
                        "CREATED ORDER_DESK",
                        "RENAMED ",
                        "MOVED ORDER_DESK 110105012 -> STREET_OFFICER 110105012",
                        "PENDING ",
                        "CONFIRMED ",
                        "PASSWORD_RESET ",
                        "PENDING ",
                        "DISABLED ",
                        "ENABLED ",
                        "PENDING ");
    }

    private static List<String> acts(String name) {
        return SERVER.bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select act, regexp_replace(detail, '^sm3:[0-9a-f]+ ', '') as detail
                                          from audit_entry
                                         where area = 'ACCOUNT' and subject = ?
                                         order by entry_id
                                        """)
                                .with("account " + name)
                                .list(row -> row.text("act") + " " + row.text("detail")));
    }

    private static List<String> found(Client by, String query) {
        return by.get("/v1/users?" + query).at("/items").findValuesAsText("username");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Reply make(Client by, String role, Map<String, String> scope) {
        var name = ServerUnderTest.unique("managed");
        return by.post(
                "/v1/users",
                Map.of("username", name, "password", PASSWORD, "role", role, "scope", scope));
    }

    private static Reply patch(Client by, String name, int version, Map<String, ?> change) {
        var body = new HashMap<String, Object>(change);
        body.put("version", version);
        return by.patch("/v1/users/" + name, body);
    }

    private static Reply changePassword(Client caller, String present, String next) {
        return caller.post("/v1/me/password", Map.of("password", present, "newPassword", next));
    }

    private static Client bearer(String token) {
        return SERVER.anonymous().with("Authorization", "Bearer " + token);
    }

    private static Reply signIn(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }
}
