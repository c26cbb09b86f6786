package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;

/// The same key never gets a wrong answer (lessons.md).
class IdempotencyTest {

    private static final Canteen CANTEEN = Canteen.open();

    private static Client key(String key) {
        return CANTEEN.till().with("Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void the_same_key_with_the_same_content_gives_the_first_answer_again() {
        var till = key(newKey());
        var meal = lunch(CANTEEN.entitled(), 1300);

        var first = till.post("/v1/pos/checkouts", meal);
        var again = till.post("/v1/pos/checkouts", meal);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        var till = key(newKey());
        assertThat(till.post("/v1/pos/checkouts", sale(NOBODY, 1800)).status()).isEqualTo(201);

        var other = till.post("/v1/pos/checkouts", with(sale(NOBODY, 1800), "slot", "DINNER"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void keys_belong_to_a_caller() {
        var key = newKey();
        var another = CANTEEN.server().newTerminal(CANTEEN.siteId());

        var first = key(key).post("/v1/pos/checkouts", sale(NOBODY, 1800));
        var second =
                another.with("Idempotency-Key", key).post("/v1/pos/checkouts", sale(NOBODY, 1800));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/orderId")).isNotEqualTo(first.text("/orderId"));
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        var till = key(newKey());

        var refused = till.post("/v1/pos/checkouts", sale(NOBODY, 1799));
        var corrected = till.post("/v1/pos/checkouts", sale(NOBODY, 1800));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(201);
        assertThat(corrected.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void a_key_is_needed_and_has_its_bounds() {
        var meal = sale(NOBODY, 1800);

        assertThat(CANTEEN.till().post("/v1/pos/checkouts", meal).code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(key("k".repeat(129)).post("/v1/pos/checkouts", meal).status()).isEqualTo(400);
        assertThat(
                        key("k".repeat(120) + UUID.randomUUID().toString().substring(0, 8))
                                .post("/v1/pos/checkouts", meal)
                                .status())
                .isEqualTo(201);
    }

    @Test
    void fifty_at_the_same_instant_are_one_sale() {
        var till = key(newKey());
        var meal = lunch(CANTEEN.entitled(), 1300);

        var replies = Crowd.of(50).all(number -> till.post("/v1/pos/checkouts", meal));

        assertOneOrder(replies);
    }

    @Test
    void fifty_simultaneous_requests_without_an_elder_are_one_sale() {
        var till = key(newKey());
        var meal = sale(NOBODY, 1800);

        var replies = Crowd.of(50).all(number -> till.post("/v1/pos/checkouts", meal));

        assertOneOrder(replies);
    }

    private static void assertOneOrder(List<Reply> replies) {
        var done = replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done.stream().map(reply -> reply.text("/orderId")).distinct()).hasSize(1);
        assertThat(done.stream().filter(reply -> reply.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(409));
    }

    @Test
    void a_refund_sent_twice_gives_back_once() {
        var sold = CANTEEN.sell(lunch(CANTEEN.entitled(), 1300));
        var path = "/v1/pos/checkouts/" + sold.text("/orderId") + "/refunds";
        var till = key(newKey());

        var replies =
                Crowd.of(20).all(number -> till.post(path, "{\"reason\": \"退\", \"items\": null}"));

        var refunds =
                replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(reply -> reply.text("/refundId"))
                        .distinct();
        assertThat(refunds).hasSize(1);
    }
}
