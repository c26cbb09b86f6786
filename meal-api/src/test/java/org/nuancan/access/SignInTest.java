package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.user.UserService;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class SignInTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void who_signs_in_gets_a_pair_of_tokens_and_is_let_in() {
        var name = user(Role.CITY_ADMIN, ScopeWords.city());

        var session = login(name, "right-pass");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("/token_type")).isEqualTo("Bearer");
        assertThat(session.number("/expires_in")).isEqualTo(15 * 60);
        assertThat(session.text("/username")).isEqualTo(name);
        assertThat(session.at("/roles").toString()).isEqualTo("[\"CITY_ADMIN\"]");
        assertThat(with(session).get("/v1/users").status()).isEqualTo(200);
    }

    @Test
    void a_token_says_who_in_which_role_and_scope_and_is_signed_by_a_published_key()
            throws Exception {
        var name = user(Role.STREET_OFFICER, ScopeWords.street("110105012"));

        var token = SignedJWT.parse(login(name, "right-pass").text("/access_token"));
        var keys = JWKSet.parse(SERVER.anonymous().get("/keys").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();

        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(name);
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles"))
                .isEqualTo(List.of(Role.STREET_OFFICER));
        assertThat(token.getJWTClaimsSet().getJSONObjectClaim("scope"))
                .isEqualTo(Map.of("streetCode", "110105012"));
    }

    @Test
    void a_token_without_or_with_another_signature_is_refused() throws Exception {
        var session = login(user(Role.CITY_ADMIN, ScopeWords.city()), "right-pass");
        var token = session.text("/access_token");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        var another = login(user(Role.CITY_ADMIN, ScopeWords.city()), "right-pass");
        var parts = token.split("\\.", -1);
        var others = another.text("/access_token").split("\\.", -1);

        for (var forged :
                List.of(
                        new PlainJWT(claims).serialize(),
                        parts[0] + "." + parts[1] + "." + others[2],
                        parts[0] + "." + others[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1])) {
            assertThat(bearer(forged).get("/v1/users").status()).as(forged).isEqualTo(401);
        }
        assertThat(bearer(token).get("/v1/users").status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        var name = user(Role.CITY_ADMIN, ScopeWords.city());

        var wrong = login(name, "wrong-pass");
        var unknown = login("nobody-of-this-name", "wrong-pass");
        var impossible = login("老人 ' or 1=1", "wrong-pass");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(impossible.body()).isEqualTo(wrong.body());
    }

    @Test
    void names_are_compared_exactly() {
        var name = user(Role.CITY_ADMIN, ScopeWords.city());

        assertThat(login(name.toUpperCase(Locale.ROOT), "right-pass").status()).isEqualTo(401);
        assertThat(login(name + " ", "right-pass").status()).isEqualTo(401);
    }

    @Test
    void many_failures_of_a_name_are_429_and_the_right_password_waits_too() {
        var name = user(Role.CITY_ADMIN, ScopeWords.city());
        var last = login(name, "wrong-pass");
        for (var i = 0; i < 10; i++) {
            last = login(name, "wrong-pass");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(last.header("Retry-After")).isPresent();
        assertThat(login(name, "right-pass").status()).isEqualTo(429);
    }

    @Test
    void a_refresh_token_gives_a_new_pair_and_the_same_again_if_the_answer_was_lost() {
        var session = login(user(Role.CITY_ADMIN, ScopeWords.city()), "right-pass");

        var next = refresh(session.text("/refresh_token"));
        var again = refresh(session.text("/refresh_token"));

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("/refresh_token")).isNotEqualTo(session.text("/refresh_token"));
        assertThat(again.body()).isEqualTo(next.body());
        assertThat(with(next).get("/v1/users").status()).isEqualTo(200);
        assertThat(refresh(next.text("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_refresh_token_is_refused() {
        var answer = refresh("invented");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_GRANT");
        assertThat(SERVER.anonymous().postForm("/oauth/access_token", "refresh_token=%zz").status())
                .isEqualTo(400);
        assertThat(SERVER.anonymous().postForm("/oauth/access_token", "a=b").status())
                .isEqualTo(400);
    }

    @Test
    void a_refresh_token_used_again_after_the_grace_ends_the_whole_sign_in() {
        var session = login(user(Role.CITY_ADMIN, ScopeWords.city()), "right-pass");
        var next = refresh(session.text("/refresh_token"));

        Later.of(SERVER).moveUsesBack(session.text("/refresh_token"), 61);

        assertThat(refresh(session.text("/refresh_token")).status()).isEqualTo(400);
        assertThat(refresh(next.text("/refresh_token")).status()).isEqualTo(400);
        Later.eventually(() -> with(next).get("/v1/users").status() == 401);
    }

    @Test
    void signing_out_ends_one_sign_in_and_keeps_the_others() {
        var name = user(Role.CITY_ADMIN, ScopeWords.city());
        var here = login(name, "right-pass");
        var there = login(name, "right-pass");

        assertThat(with(here).post("/v1/sign-out").status()).isEqualTo(204);

        Later.eventually(() -> with(here).get("/v1/users").status() == 401);
        assertThat(refresh(here.text("/refresh_token")).status()).isEqualTo(400);
        assertThat(with(there).get("/v1/users").status()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_every_other_sign_in() {
        var name = user(Role.ORDER_DESK, ScopeWords.street("110105012"));
        var before = login(name, "right-pass");

        var wrong =
                with(before)
                        .post(
                                "/v1/me/password",
                                Map.of("password", "wrong-pass", "newPassword", "newer-pass"));
        var changed =
                with(before)
                        .post(
                                "/v1/me/password",
                                Map.of("password", "right-pass", "newPassword", "newer-pass"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("PASSWORD_WRONG");
        assertThat(changed.status()).isEqualTo(200);
        Later.eventually(() -> with(before).get("/v1/users").status() == 401);
        assertThat(with(changed).get("/v1/users").status()).isEqualTo(403);
        assertThat(login(name, "right-pass").status()).isEqualTo(401);
        assertThat(login(name, "newer-pass").status()).isEqualTo(200);
    }

    @Test
    void the_signing_key_rotates_without_a_restart() throws Exception {
        var session = login(user(Role.CITY_ADMIN, ScopeWords.city()), "right-pass");

        var rotated = with(session).post("/v1/signing-keys");

        var newer = login(session.text("/username"), "right-pass");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(SignedJWT.parse(newer.text("/access_token")).getHeader().getKeyID())
                .isEqualTo(rotated.text("/keyId"));
        assertThat(with(session).get("/v1/users").status()).isEqualTo(200);
        assertThat(with(newer).get("/v1/users").status()).isEqualTo(200);
        assertThat(SERVER.anonymous().get("/keys").at("/keys").size()).isGreaterThan(1);
    }

    private static Client with(Reply session) {
        return bearer(session.text("/access_token"));
    }

    private static Client bearer(String token) {
        return SERVER.anonymous().with("Authorization", "Bearer " + token);
    }

    private static String user(String role, ScopeWords scope) {
        var name = ServerUnderTest.unique("user");
        SERVER.bean(UserService.class).create(name, "right-pass", role, scope);
        return name;
    }

    private static Reply login(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }

    private static Reply refresh(String refreshToken) {
        return SERVER.anonymous()
                .postForm(
                        "/oauth/access_token",
                        "grant_type=refresh_token&refresh_token=" + refreshToken);
    }
}
