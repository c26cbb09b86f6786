package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class SignInTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void who_signs_in_gets_a_pair_of_tokens_and_is_let_in() {
        var name = user(Role.CITY_ADMIN);

        var session = login(name, "right-pass");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("/token_type")).isEqualTo("Bearer");
        assertThat(session.number("/expires_in")).isEqualTo(15 * 60);
        assertThat(session.text("/username")).isEqualTo(name);
        assertThat(session.at("/roles").toString()).isEqualTo("[\"CITY_ADMIN\"]");
        assertThat(with(session).get("/v1/users").status()).isEqualTo(200);
    }

    private static org.nuancan.http.Client with(Reply session) {
        return SERVER.anonymous().with("Authorization", "Bearer " + session.text("/access_token"));
    }

    private static String user(String role) {
        var name = ServerUnderTest.unique("user");
        SERVER.bean(Users.class).create(name, "right-pass", role, ScopeWords.city());
        return name;
    }

    private static Reply login(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }
}
