package org.nuancan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Transactions;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.webhook.client.Shares;
import org.nuancan.webhook.client.Signature;

public class WebhooksOverHttpTest {

    private static final ServerUnderTest SERVER =
            ServerUnderTest.start(
                    Map.of(
                            "nuancan.webhooks.inside",
                            true,
                            "nuancan.webhooks.pauses",
                            List.of("100ms", "100ms")));
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

    record Body(String orderId) {}

    @AfterAll
    public static void everybodySawTheirOwn() {
        assertThat(SERVER.as(Role.CITY_ADMIN).get("/v1/webhooks").status()).isEqualTo(200);
    }

    @Test
    void a_message_is_signed_by_the_secret_that_was_shown_once() throws Exception {
        try (var receiver = new Receiver(_ -> 204)) {
            var city = SERVER.as(Role.CITY_ADMIN);
            var made = add(city, receiver.url(), "order.delivered");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.text("/secret")).startsWith("whsec_");
            assertThat(city.get("/v1/webhooks/" + made.text("/webhookId")).body())
                    .doesNotContain("whsec_");

            tell(EventType.ORDER_DELIVERED, "4711");

            var message = receiver.next();
            assertThat(message.body())
                    .isEqualTo(
                            """
                            {"type":"order.delivered","timestamp":"2026-11-18T04:00:00Z",\
                            "data":{"orderId":"4711"}}\
                            """);
            assertThat(message.signature())
                    .isEqualTo(
                            Signature.of(
                                    made.text("/secret"),
                                    message.id(),
                                    message.timestamp(),
                                    message.body()));
            delete(city, made);
        }
    }

    @Test
    void a_receiver_that_drips_delays_no_other() throws Exception {
        try (var slow = new DrippingReceiver();
                var good = new Receiver(_ -> 204)) {
            var city = SERVER.as(Role.CITY_ADMIN);
            var dripping = add(city, slow.url(), "run.created");
            for (var i = 0; i < 300; i++) {
                tell(EventType.RUN_CREATED, Integer.toString(i));
            }
            slow.awaitConnections(Shares.OF_AN_ADDRESS);
            var officer = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
            var other = add(officer, good.url(), "order.delivered");

            tell(EventType.ORDER_DELIVERED, "4712");

            assertThat(good.next().body()).contains("4712");
            assertThat(slow.further()).isZero();
            delete(city, dripping);
            delete(officer, other);
        }
    }

    @Test
    void the_scheme_signs_as_its_own_example_does() {
        // https://github.com/standard-webhooks/standard-webhooks, the libraries' test vector
        var signature =
                Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_message_that_failed_comes_again_under_its_id_and_the_log_shows_each_try()
            throws Exception {
        try (var receiver = new Receiver(count -> count == 1 ? 503 : 200)) {
            var city = SERVER.as(Role.CITY_ADMIN);
            var made = add(city, receiver.url(), "order.failed");

            tell(EventType.ORDER_FAILED, "12");

            assertThat(receiver.next().id()).isEqualTo(receiver.next().id());
            var entry = ended(city, made);
            assertThat(entry.at("/items/0/state").asText()).isEqualTo("DELIVERED");
            assertThat(entry.at("/items/0/tries/0/status").asInt()).isEqualTo(503);
            assertThat(entry.at("/items/0/tries/1/outcome").asText()).isEqualTo("OK");
            delete(city, made);
        }
    }

    @Test
    void a_redirect_is_not_followed_and_in_the_end_it_is_given_up_for_all_to_see()
            throws Exception {
        try (var receiver = new Receiver(_ -> 307)) {
            var city = SERVER.as(Role.CITY_ADMIN);
            var made = add(city, receiver.url(), "order.out");

            tell(EventType.ORDER_OUT, "13");

            var entry = ended(city, made);
            assertThat(entry.at("/items/0/state").asText()).isEqualTo("GIVEN_UP");
            assertThat(entry.at("/items/0/tries")).hasSize(3);
            assertThat(receiver.waiting()).isEqualTo(3);
            delete(city, made);
        }
    }

    @Test
    void a_webhook_gets_only_events_of_its_owner() throws Exception {
        try (var receiver = new Receiver(_ -> 200)) {
            var elsewhere = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
            var here = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
            var theirs = add(elsewhere, receiver.url(), "order.placed");
            var ours = add(here, receiver.url(), "order.placed");

            tell(EventType.ORDER_PLACED, "14");

            var _ = receiver.next();
            var _ = ended(here, ours);
            assertThat(log(elsewhere, theirs).at("/items")).isEmpty();
            assertThat(here.get("/v1/webhooks/" + theirs.text("/webhookId")).status())
                    .isEqualTo(404);
            assertThat(
                            here.send(
                                            "DELETE",
                                            "/v1/webhooks/" + theirs.text("/webhookId"),
                                            "application/json",
                                            "")
                                    .status())
                    .isEqualTo(404);
            delete(here, ours);
            delete(elsewhere, theirs);
        }
    }

    @Test
    void an_address_of_the_inside_is_refused_where_the_inside_is_not_allowed() {
        var city = ServerUnderTest.get().as(Role.CITY_ADMIN);
        for (var url :
                List.of(
                        "http://example.org/hook",
                        "https://localhost/hook",
                        "https://127.0.0.1/hook",
                        "https://[::1]/hook",
                        "https://10.0.0.8:8443/",
                        "https://kitchen/hook",
                        "https://user:word@example.org/",
                        "https://example.org:99999/hook",
                        "https://example.org:0/hook",
                        "ftp://example.org/",
                        "nonsense")) {
            var refused = add(city, url, "order.placed");
            assertThat(refused.status()).as(url + refused).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("WEBHOOK_URL_REFUSED");
        }
    }

    @Test
    void an_event_that_does_not_exist_is_refused() {
        var city = SERVER.as(Role.CITY_ADMIN);

        assertThat(add(city, "https://example.org/hook", "order.eaten").status()).isEqualTo(400);
    }

    public static Reply add(Client caller, String url, String event) {
        return caller.post("/v1/webhooks", Map.of("url", url, "events", List.of(event)));
    }

    public static void delete(Client caller, Reply made) {
        var gone =
                caller.send(
                        "DELETE",
                        "/v1/webhooks/" + made.text("/webhookId"),
                        "application/json",
                        "");
        assertThat(gone.status()).isEqualTo(204);
    }

    private static Reply log(Client caller, Reply made) {
        return caller.get("/v1/webhooks/" + made.text("/webhookId") + "/deliveries");
    }

    /// The log once every delivery in it has come to an end.
    public static Reply ended(Client caller, Reply made) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline) {
            var log = log(caller, made);
            if (!log.at("/items").isEmpty() && !log.body().contains("WAITING")) {
                return log;
            }
        }
        throw new AssertionError("no end: " + log(caller, made));
    }

    private static void tell(EventType type, String orderId) {
        var happening =
                new Events.Happening(
                        type,
                        Optional.empty(),
                        Concerns.site("110105012", 11, 5),
                        new Body(orderId),
                        NOON);
        var _ =
                SERVER.bean(Transactions.class)
                        .inOne(connection -> {
                            SERVER.bean(Events.class).tell(connection, happening);
                            return true;
                        });
    }
}
