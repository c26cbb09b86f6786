package org.nuancan.delivery.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.delivery.Road;
import org.nuancan.delivery.Snapshots;
import org.nuancan.delivery.photo.Photos;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

/// Photos and other proofs, and who may look at them.
class ProofsOverHttpTest {

    private static final long PAID = 1800 + 300 - 500;

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();
    private final Canteen canteen = kitchen.canteen();
    private final ServerUnderTest server = canteen.server();

    @Test
    void a_photo_counts_once_it_is_uploaded() {
        var orderId = road.order(canteen.entitled());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        assertThat(road.depart().text("/state")).isEqualTo("OUT");

        assertThat(road.deliver(orderId, "p1", photoOf("0".repeat(64)), PAID, noon(1)).code())
                .isEqualTo("PROOF_REFUSED");
        assertThat(
                        road.rider()
                                .send(
                                        "POST",
                                        "/v1/rider/stops/" + orderId + "/photos",
                                        "image/jpeg",
                                        "not a photo")
                                .code())
                .isEqualTo("PHOTO_UNREADABLE");
    }

    @Test
    void a_photo_is_shown_as_it_was_taken_to_those_whom_the_order_concerns() {
        var photo = Snapshots.jpeg("门口 " + ServerUnderTest.unique("photo"));
        var orderId = deliveredWith(photo);
        var path = "/v1/orders/" + orderId + "/proof";

        for (var reader :
                List.of(
                        road.dispatcher(),
                        manager(kitchen.carrierId()),
                        manager(canteen.providerId()),
                        server.as(Role.STREET_OFFICER, ScopeWords.street(Canteen.STREET)),
                        server.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105")),
                        server.as(Role.AUDITOR, ScopeWords.district("110105")),
                        server.as(Role.CITY_ADMIN))) {
            var proof = reader.get(path);
            assertThat(proof.text("/type")).as(proof.toString()).isEqualTo("PHOTO");
            assertThat(proof.text("/photo")).isEqualTo(Photos.hash(photo));
            assertThat(proof.text("/by")).isEqualTo(road.riderName());
            assertThat(reader.download(path + "/photo")).isEqualTo(photo);
        }
        var shown = road.dispatcher().get(path + "/photo");
        assertThat(shown.header("Content-Type")).contains("image/jpeg");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void to_others_there_is_no_proof() {
        var orderId = deliveredWith(Snapshots.jpeg(ServerUnderTest.unique("photo")));
        var other = Road.open();

        for (var stranger :
                List.of(
                        other.dispatcher(),
                        manager(other.kitchen().carrierId()),
                        manager(other.kitchen().canteen().providerId()),
                        server.as(Role.STREET_OFFICER, ScopeWords.street("110105013")),
                        server.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101")),
                        server.as(Role.AUDITOR, ScopeWords.district("110101")))) {
            assertThat(get(stranger, orderId, "")).isEqualTo(404);
            assertThat(get(stranger, orderId, "/photo")).isEqualTo(404);
        }
        for (var outside : List.of(road.rider(), kitchen.desk(), canteen.till())) {
            assertThat(get(outside, orderId, "")).isEqualTo(403);
            assertThat(get(outside, orderId, "/photo")).isEqualTo(403);
        }
        assertThat(get(road.dispatcher(), "4711", "")).isEqualTo(404);
    }

    @Test
    void what_was_proven_otherwise_has_no_photo_and_what_is_open_has_no_proof() {
        var orderId = road.order(canteen.entitled());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        assertThat(get(road.dispatcher(), orderId, "")).isEqualTo(404);

        var done = road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, noon(20));

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        var proof = road.dispatcher().get("/v1/orders/" + orderId + "/proof");
        assertThat(proof.text("/type")).isEqualTo("PIN");
        assertThat(proof.at("/photo").isNull()).isTrue();
        assertThat(proof.at("/latitude").asDouble()).isEqualTo(39.9911);
        assertThat(get(road.dispatcher(), orderId, "/photo")).isEqualTo(404);
    }

    @Test
    void what_a_phone_that_is_ahead_says_was_proven_now() {
        var orderId = road.order(canteen.entitled());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));

        var done =
                road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, "2099-01-01T00:00:00Z");

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(road.dispatcher().get("/v1/orders/" + orderId + "/proof").text("/at"))
                .startsWith("2026-11-18T03:3");
    }

    @Test
    void an_id_number_is_no_name_of_kin() {
        var diner = canteen.entitled();
        var orderId = road.order(diner);
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        var kin = Map.<String, Object>of("type", "HANDED_TO_KIN", "value", "儿子" + diner.idNumber());

        var refused = road.deliver(orderId, "k", kin, PAID, noon(20));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/proof/value");
        assertThat(refused.text("/errors/0/code")).isEqualTo("ID_NUMBER");
        assertThat(refused.toString()).doesNotContain(diner.idNumber());
        assertThat(kitchen.show(orderId).text("/state")).isEqualTo("PLACED");
    }

    @Test
    void a_photo_that_is_not_as_it_was_taken_is_not_shown() throws IOException {
        var photo = Snapshots.jpeg(ServerUnderTest.unique("photo"));
        var orderId = deliveredWith(photo);
        spoil(Photos.hash(photo));

        var shown = road.dispatcher().get("/v1/orders/" + orderId + "/proof/photo");

        assertThat(shown.status()).isEqualTo(502);
        assertThat(shown.code()).isEqualTo("PHOTO_LOST");
    }

    private void spoil(String hash) throws IOException {
        var folder =
                server.bean(Environment.class)
                        .getProperty("nuancan.photos.folder", String.class)
                        .orElse("photos");
        Files.writeString(Path.of(folder, hash.substring(0, 2), hash), "another photo");
    }

    private String deliveredWith(byte[] photo) {
        var orderId = road.order(canteen.entitled());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        assertThat(road.depart().text("/state")).isEqualTo("OUT");
        var taken =
                road.rider().upload("/v1/rider/stops/" + orderId + "/photos", "image/jpeg", photo);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        var done = road.deliver(orderId, "d", photoOf(taken.text("/photo")), PAID, noon(20));
        assertThat(done.text("/state")).isEqualTo("DELIVERED");
        return orderId;
    }

    private Client manager(String providerId) {
        return server.as(Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(providerId)));
    }

    private static int get(Client reader, String orderId, String what) {
        return reader.get("/v1/orders/" + orderId + "/proof" + what).status();
    }

    private static Map<String, Object> photoOf(String hash) {
        return Map.of("type", "PHOTO", "value", hash);
    }
}
