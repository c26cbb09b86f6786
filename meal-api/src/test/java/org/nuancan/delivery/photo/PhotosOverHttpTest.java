package org.nuancan.delivery.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.delivery.Road;
import org.nuancan.delivery.Snapshots;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

/// One photo proves one order.
class PhotosOverHttpTest {

    private static final long PAID = 1800 + 300;
    private static final byte[] NINE_BYTES = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0
    };

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void a_photo_of_one_order_is_refused_for_another() {
        var first = road.order(canteen.ordinary());
        var second = road.order(canteen.ordinary());
        var _ = road.made(List.of(first, second));
        departed();
        var photo = Snapshots.jpeg(ServerUnderTest.unique("photo"));
        var hash = taken(first, photo).text("/photo");

        assertThat(upload(road.rider(), first, photo).status()).isEqualTo(201);
        assertThat(upload(road.rider(), second, photo).code()).isEqualTo("PHOTO_USED");
        assertThat(delivered(second, hash).code()).isEqualTo("PROOF_REFUSED");
        assertThat(delivered(first, hash).text("/state")).isEqualTo("DELIVERED");
        assertThat(kitchen.show(second).text("/state")).isEqualTo("OUT");
    }

    @Test
    void another_rider_cannot_use_the_same_picture_even_with_other_bytes() {
        var first = road.order(canteen.ordinary());
        var _ = road.made(List.of(first));
        departed();
        var picture = Snapshots.picture(ServerUnderTest.unique("p").hashCode(), 30, 20);
        var photo = Snapshots.written(picture, "png");
        var _ = taken(first, photo);

        var other = Road.open();
        var othersOrder = other.order(other.kitchen().canteen().ordinary());
        var _ = other.made(List.of(othersOrder));
        other.kitchen().clock(noon(5));
        assertThat(other.depart().text("/state")).isEqualTo("OUT");
        var longer = Arrays.copyOf(photo, photo.length + 7);

        assertThat(upload(other.rider(), othersOrder, photo).code()).isEqualTo("PHOTO_USED");
        assertThat(upload(other.rider(), othersOrder, longer).code()).isEqualTo("PHOTO_USED");
        assertThat(upload(other.rider(), first, Snapshots.jpeg("mine")).status()).isEqualTo(404);
    }

    @Test
    void files_that_are_no_photos_are_refused() {
        var orderId = road.order(canteen.ordinary());
        var _ = road.made(List.of(orderId));
        departed();

        assertThat(upload(road.rider(), orderId, NINE_BYTES).code()).isEqualTo("PHOTO_UNREADABLE");
        assertThat(upload(road.rider(), orderId, new byte[] {1}).code())
                .isEqualTo("PHOTO_UNREADABLE");
    }

    @Test
    void a_photo_before_departure_or_after_the_hand_over_is_refused() {
        var orderId = road.order(canteen.ordinary());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(0));
        var early = Snapshots.jpeg(ServerUnderTest.unique("early"));

        assertThat(upload(road.rider(), orderId, early).code()).isEqualTo("RUN_NOT_LEFT");
        departed();
        var done = road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, noon(6));
        assertThat(done.text("/state")).isEqualTo("DELIVERED");
        assertThat(upload(road.rider(), orderId, early).code()).isEqualTo("ORDER_STATE_REFUSED");
    }

    @Test
    void an_order_has_ten_photos_at_most() {
        var orderId = road.order(canteen.ordinary());
        var _ = road.made(List.of(orderId));
        departed();
        for (var number = 0; number < 10; number++) {
            var _ = taken(orderId, Snapshots.jpeg(ServerUnderTest.unique("photo")));
        }

        assertThat(upload(road.rider(), orderId, Snapshots.jpeg("eleventh")).code())
                .isEqualTo("UNUSABLE");
    }

    /// The connection is not reset: the answer is read in full, and the client goes on.
    @Test
    void a_photo_that_is_too_large_gets_an_answer() {
        var orderId = road.order(canteen.ordinary());
        var _ = road.made(List.of(orderId));
        departed();

        for (var megabytes : List.of(6, 15, 30)) {
            var refused = upload(road.rider(), orderId, new byte[megabytes * 1_000_000]);
            assertThat(refused.status()).as(megabytes + " MB").isEqualTo(413);
            assertThat(refused.code()).isEqualTo("PAYLOAD_TOO_LARGE");
        }
        assertThat(road.rider().get("/v1/rider/run").status()).isEqualTo(200);
    }

    private void departed() {
        kitchen.clock(noon(5));
        var left = road.depart();
        assertThat(left.text("/state")).as(left.toString()).isEqualTo("OUT");
    }

    private Reply taken(String orderId, byte[] photo) {
        var taken = upload(road.rider(), orderId, photo);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return taken;
    }

    private static Reply upload(Client rider, String orderId, byte[] photo) {
        return rider.upload("/v1/rider/stops/" + orderId + "/photos", "image/jpeg", photo);
    }

    private Reply delivered(String orderId, String hash) {
        return road.deliver(
                orderId, "d-" + orderId, Map.of("type", "PHOTO", "value", hash), PAID, noon(5));
    }
}
