package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.nuancan.access.attempt.KnownAddressService;
import org.nuancan.access.attempt.SignInAttempts;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.access.user.UserService;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Failed sign-ins over HTTP; addresses are those of `X-Forwarded-For` behind a trusted proxy.
class SlowedSignInsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final String RIGHT = "right-pass";
    private static final String HOME = "203.0.113.5";
    private static final String ELSEWHERE = "203.0.113.6";

    @Test
    void after_ten_failures_the_right_password_waits_five_seconds_and_then_gets_in() {
        var name = user();
        fail(name, HOME, 10);

        var waiting = signIn(name, RIGHT, HOME);

        assertThat(waiting.status()).isEqualTo(429);
        assertThat(waiting.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(waiting.header("Retry-After").orElseThrow())).isBetween(1, 5);
        Later.eventually(() -> signIn(name, RIGHT, HOME).status() == 200);
        // Signed in: the failures before do not count any more.
        fail(name, HOME, 9);
        assertThat(signIn(name, RIGHT, HOME).status()).isEqualTo(200);
    }

    @Test
    void other_names_behind_the_address_and_other_addresses_go_on() {
        var name = user();
        var colleague = user();
        fail(name, HOME, 10);

        assertThat(signIn(name, RIGHT, HOME).status()).isEqualTo(429);
        assertThat(signIn(colleague, RIGHT, HOME).status()).isEqualTo(200);
        assertThat(signIn(name, RIGHT, ELSEWHERE).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_name_is_answered_like_a_known_name() {
        for (var nobody : List.of(ServerUnderTest.unique("nobody"), "老人", "11010519491231002X")) {
            var address = "203.0.113." + (20 + nobody.length());
            fail(nobody, address, 10);

            assertThat(signIn(nobody, RIGHT, address).status()).isEqualTo(429);
        }
    }

    @Test
    void many_at_once_get_no_more_looks_than_one_after_another() throws Exception {
        var name = user();
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (var i = 0; i < 30; i++) {
            var guess = "guess-" + i;
            attempts.add(() -> signIn(name, guess, HOME).status());
        }
        var statuses = new ArrayList<Integer>();
        try (var connections = Executors.newFixedThreadPool(30)) {
            for (var answer : connections.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(20);
    }

    @Test
    void many_right_ones_at_once_are_no_failures() throws Exception {
        var name = user();
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (var i = 0; i < 12; i++) {
            attempts.add(() -> signIn(name, RIGHT, HOME).status());
        }
        try (var connections = Executors.newFixedThreadPool(12)) {
            for (var answer : connections.invokeAll(attempts)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void after_a_hundred_failures_only_addresses_that_signed_in_before_get_in() {
        var name = user();
        assertThat(signIn(name, RIGHT, HOME).status()).isEqualTo(200);
        assertThat(signIn(name, RIGHT, ELSEWHERE).status()).isEqualTo(200);
        lastSignIn(name, ELSEWHERE, 91);
        for (var i = 0; i < 98; i++) {
            failWithoutHashing(name, "198.51.100." + i);
        }
        fail(name, "198.51.100.98", 2);

        var stranger = signIn(name, RIGHT, "192.0.2.1");

        assertThat(stranger.status()).isEqualTo(429);
        assertThat(Integer.parseInt(stranger.header("Retry-After").orElseThrow())).isBetween(1, 5);
        assertThat(signIn(name, RIGHT, HOME).status()).isEqualTo(200);
        assertThat(SERVER.bean(KnownAddressService.class).hasSignedIn(name, ELSEWHERE)).isFalse();
    }

    @Test
    void refreshes_and_tokens_are_never_slowed() {
        var name = user();
        var session = signIn(name, RIGHT, HOME);
        fail(name, HOME, 10);
        assertThat(signIn(name, RIGHT, HOME).status()).isEqualTo(429);

        var next =
                from(HOME)
                        .postForm(
                                "/oauth/access_token",
                                "grant_type=refresh_token&refresh_token="
                                        + session.text("/refresh_token"));

        assertThat(next.status()).isEqualTo(200);
        assertThat(
                        from(HOME)
                                .with("Authorization", "Bearer " + next.text("/access_token"))
                                .get("/v1/users")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void the_present_password_of_a_signed_in_caller_cannot_be_guessed_either() {
        var name = user();
        var token = signIn(name, RIGHT, HOME).text("/access_token");
        var caller = from(HOME).with("Authorization", "Bearer " + token);
        for (var i = 0; i < 10; i++) {
            assertThat(change(caller, "guess-" + i).status()).isEqualTo(422);
        }

        assertThat(change(caller, RIGHT).status()).isEqualTo(429);
    }

    @Test
    void a_till_waits_like_a_person() {
        var site = Premises.in(SERVER, "110105012").siteId();
        var till = ServerUnderTest.unique("till-slow");
        var _ =
                SERVER.bean(TerminalActivationService.class)
                        .createActivated(till, site, "a", RIGHT);
        fail(till, HOME, 10);

        assertThat(signIn(till, RIGHT, HOME).status()).isEqualTo(429);
        assertThat(signIn(till, RIGHT, ELSEWHERE).status()).isEqualTo(200);
    }

    private static Reply change(Client caller, String present) {
        return caller.post(
                "/v1/me/password", Map.of("password", present, "newPassword", "noodles-at-ten"));
    }

    private static void fail(String name, String address, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(signIn(name, "wrong-pass", address).status()).isEqualTo(401);
        }
    }

    private static void failWithoutHashing(String name, String address) {
        var claim = new SignInAttempts.Claim(SignInAttempts.Door.SIGN_IN, name, address);
        assertThat(SERVER.bean(SignInAttempts.class).judge(claim, () -> false, fits -> fits))
                .isFalse();
    }

    private static Reply signIn(String name, String password, String address) {
        return from(address).post("/login", Map.of("username", name, "password", password));
    }

    private static Client from(String address) {
        return SERVER.anonymous().with("X-Forwarded-For", "6.6.6.6, " + address);
    }

    private static String user() {
        var name = ServerUnderTest.unique("slowed");
        SERVER.bean(UserService.class).create(name, RIGHT, Role.CITY_ADMIN, ScopeWords.city());
        return name;
    }

    private static void lastSignIn(String name, String address, int days) {
        var _ =
                SERVER.bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update sign_in_address
                                                set last_at = date_sub(last_at, interval ? day)
                                                where name = ? and address_hash = ?
                                                """)
                                        .with(
                                                days,
                                                name,
                                                SERVER.bean(KnownAddressService.class)
                                                        .hash(name, address))
                                        .run());
        SERVER.bean(KnownAddressService.class).forgetCached();
    }
}
