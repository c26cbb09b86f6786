package org.nuancan.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.DoorsForTests;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class IdempotencyKeysTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client CALLER = SERVER.as(Role.CITY_ADMIN);
    private static final String NOODLES = order("noodles");

    @Test
    void the_same_key_with_the_same_content_gets_the_first_answer_again() {
        var caller = withKey();

        var first = caller.post("/test-doors/orders", NOODLES);
        var again =
                caller.post(
                        "/test-doors/orders",
                        "{ \"slowly\":false, \"refuse\": false,\"dish\":\"noodles\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        var caller = withKey();
        var first = caller.post("/test-doors/orders", NOODLES);

        var other = caller.post("/test-doors/orders", order("rice"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(caller.post("/test-doors/orders", NOODLES).body()).isEqualTo(first.body());
    }

    @Test
    void another_caller_has_keys_of_its_own() {
        var key = ServerUnderTest.unique("key");
        var other = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));

        var first = CALLER.with("Idempotency-Key", key).post("/test-doors/orders", NOODLES);
        var second = other.with("Idempotency-Key", key).post("/test-doors/orders", order("rice"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.number("/number")).isNotEqualTo(first.number("/number"));
    }

    @Test
    void keys_are_compared_exactly() {
        var key = ServerUnderTest.unique("Key");

        var first = CALLER.with("Idempotency-Key", key).post("/test-doors/orders", NOODLES);
        var second =
                CALLER.with("Idempotency-Key", key.replace('K', 'k'))
                        .post("/test-doors/orders", NOODLES);

        assertThat(second.number("/number")).isNotEqualTo(first.number("/number"));
    }

    @Test
    void after_a_refusal_the_key_is_free() {
        var caller = withKey();

        var refused =
                caller.post(
                        "/test-doors/orders",
                        "{\"dish\": \"noodles\", \"refuse\": true, \"slowly\": false}");
        var corrected = caller.post("/test-doors/orders", NOODLES);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("SOLD_OUT");
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(corrected.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void after_a_malformed_request_the_key_is_free() {
        var caller = withKey();

        assertThat(caller.post("/test-doors/orders", "{}").status()).isEqualTo(400);
        assertThat(caller.post("/test-doors/orders", NOODLES).status()).isEqualTo(201);
    }

    @Test
    void without_a_key_it_is_refused() {
        var answer = CALLER.post("/test-doors/orders", NOODLES);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void a_key_has_128_characters_at_most() {
        var longest = (ServerUnderTest.unique("k") + "~ !").repeat(100).substring(0, 128);

        var good = CALLER.with("Idempotency-Key", longest).post("/test-doors/orders", NOODLES);
        var tooLong =
                CALLER.with("Idempotency-Key", longest + "x").post("/test-doors/orders", NOODLES);

        assertThat(good.status()).isEqualTo(201);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.code()).isEqualTo("REQUEST_INVALID");
        assertThat(tooLong.text("/errors/0/pointer")).isEqualTo("/Idempotency-Key");
    }

    @Test
    void a_key_is_printable_ascii() {
        var answer = CALLER.with("Idempotency-Key", "tab\tkey").post("/test-doors/orders", NOODLES);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void fifty_at_once_do_the_work_once() throws InterruptedException, ExecutionException {
        var caller = withKey();
        var before = DoorsForTests.DONE.get();
        DoorsForTests.gate = new CountDownLatch(1);
        var answers = new ArrayList<Future<Reply>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                answers.add(
                        threads.submit(() ->
                                caller.post(
                                        "/test-doors/orders",
                                        "{\"dish\": \"dumplings\", \"refuse\": false,"
                                                + " \"slowly\": true}")));
            }
            DoorsForTests.gate.countDown();
        }

        var bodies = new ArrayList<String>();
        for (var answer : answers) {
            assertThat(answer.get().status()).as(answer.get().toString()).isIn(201, 409);
            if (answer.get().status() == 201) {
                bodies.add(answer.get().body());
            }
        }
        assertThat(List.copyOf(bodies)).isNotEmpty();
        assertThat(bodies.stream().distinct()).hasSize(1);
        assertThat(DoorsForTests.DONE.get()).isGreaterThan(before);
    }

    @Test
    void while_the_first_is_still_running_it_is_409() {
        var key = ServerUnderTest.unique("key");
        var caller = CALLER.with("Idempotency-Key", key);
        var name = caller.get("/test-doors/me").body();
        var keys = SERVER.bean(IdempotencyKeys.class);

        var second =
                SERVER.bean(Transactions.class)
                        .inOne(connection -> {
                            var first = new IdempotencyKeys.Claim(name, key, "0".repeat(64));
                            keys.keep(connection, Map.of(first, Answer.ok("noodles")));
                            return caller.post("/test-doors/orders", NOODLES);
                        });

        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("REQUEST_IN_PROGRESS");
    }

    @Test
    void a_key_is_forgotten_after_eight_days() {
        var old = ServerUnderTest.unique("key");
        var young = ServerUnderTest.unique("key");
        var forgotten = CALLER.with("Idempotency-Key", old);
        var kept = CALLER.with("Idempotency-Key", young);
        assertThat(forgotten.post("/test-doors/orders", NOODLES).status()).isEqualTo(201);
        assertThat(kept.post("/test-doors/orders", NOODLES).status()).isEqualTo(201);
        age(old, 8 * 24 + 1);
        age(young, 8 * 24 - 1);

        SERVER.bean(ForgottenKeys.class).forget();

        assertThat(forgotten.post("/test-doors/orders", NOODLES).header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(kept.post("/test-doors/orders", NOODLES).header("Idempotent-Replayed"))
                .hasValue("true");
    }

    private static void age(String key, int hours) {
        var changed =
                SERVER.bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update idempotency_key
                                                   set kept_at = utc_timestamp(6) - interval ? hour
                                                 where idempotency_key = ?
                                                """)
                                        .with(hours, key)
                                        .run());
        assertThat(changed).isEqualTo(1);
    }

    private static Client withKey() {
        return CALLER.with("Idempotency-Key", ServerUnderTest.unique("key"));
    }

    private static String order(String dish) {
        return "{\"dish\": \"%s\", \"refuse\": false, \"slowly\": false}".formatted(dish);
    }
}
