package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.user.UserService;
import org.nuancan.engine.TestDatabase;
import org.nuancan.engine.TestRedis;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Two nodes on one database: who is out on one is out on the other within 5 s, with Redis and
/// without.
class OnEveryNodeTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ServerUnderTest ONE = ServerUnderTest.start(DATABASE, Map.of());
    private static final ServerUnderTest OTHER = ServerUnderTest.start(DATABASE, Map.of());

    @Test
    void a_token_of_one_node_holds_on_the_other_and_so_does_a_new_key() {
        var token = tokenOf(user());

        assertThat(on(OTHER, token).get("/v1/users").status()).isEqualTo(200);
        assertThat(on(ONE, token).post("/v1/signing-keys").status()).isEqualTo(201);
        assertThat(on(OTHER, tokenOf(user())).get("/v1/users").status()).isEqualTo(200);
        assertThat(on(OTHER, token).get("/v1/users").status()).isEqualTo(200);
    }

    @Test
    void a_user_disabled_on_one_node_is_refused_on_the_other() {
        var name = user();
        var token = tokenOf(name);
        assertThat(on(OTHER, token).get("/v1/users").status()).isEqualTo(200);

        disable(name);

        Later.eventually(() -> on(OTHER, token).get("/v1/users").status() == 401);
    }

    @Test
    void without_redis_tokens_work_and_a_disabled_user_is_refused() {
        var name = user();
        var token = tokenOf(name);
        TestRedis.stop();
        try {
            assertThat(on(OTHER, token).get("/v1/users").status()).isEqualTo(200);
            var wrong =
                    ONE.anonymous().post("/login", Map.of("username", name, "password", "wrong"));
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(tokenOf(name)).isNotBlank();

            disable(name);

            Later.eventually(() -> on(OTHER, token).get("/v1/users").status() == 401);
        } finally {
            TestRedis.startAgain();
        }
    }

    @Test
    void nodes_count_failed_sign_ins_together_and_apart_while_redis_is_away() {
        // Another test stops Redis; the nodes come back to it one after the other.
        Later.eventually(OnEveryNodeTest::nodesCountTogether);

        TestRedis.stop();
        try {
            var another = user();
            for (var i = 0; i < 10; i++) {
                assertThat(wrong(ONE, another)).isEqualTo(401);
            }
            assertThat(wrong(ONE, another)).isEqualTo(429);
            assertThat(wrong(OTHER, another)).isEqualTo(401);
        } finally {
            TestRedis.startAgain();
        }
    }

    /// Five failures at each node slow a user down at both.
    private static boolean nodesCountTogether() {
        var name = user();
        for (var i = 0; i < 10; i++) {
            assertThat(wrong(i % 2 == 0 ? ONE : OTHER, name)).isEqualTo(401);
        }
        return wrong(ONE, name) == 429 && wrong(OTHER, name) == 429;
    }

    private static int wrong(ServerUnderTest node, String name) {
        return node.anonymous()
                .post("/login", Map.of("username", name, "password", "wrong"))
                .status();
    }

    private static void disable(String name) {
        assertThat(ONE.as(Role.CITY_ADMIN).post("/v1/users/" + name + "/disable").status())
                .isEqualTo(200);
    }

    private static String user() {
        var name = ServerUnderTest.unique("user");
        ONE.bean(UserService.class).create(name, "right-pass", Role.CITY_ADMIN, ScopeWords.city());
        return name;
    }

    private static String tokenOf(String name) {
        return ONE.anonymous()
                .post("/login", Map.of("username", name, "password", "right-pass"))
                .text("/access_token");
    }

    private static Client on(ServerUnderTest node, String token) {
        return node.anonymous().with("Authorization", "Bearer " + token);
    }
}
