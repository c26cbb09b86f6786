package org.nuancan.webhook.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nuancan.webhook.client.Shares.Owner;

class SharesTest {

    private final Shares shares = new Shares();

    @Test
    void an_address_has_four_deliveries_at_a_time_however_it_is_written() {
        var owner = Owner.of("https://Slow.example.org/a", "provider 7 110105");
        for (var i = 0; i < 4; i++) {
            assertThat(shares.room(owner)).isEqualTo(4 - i);
            shares.begin(owner);
        }

        assertThat(shares.room(Owner.of("HTTPS://slow.example.org:443/b", "city"))).isZero();
        assertThat(shares.room(Owner.of("https://slow.example.org:8443/", "city"))).isEqualTo(4);
        assertThat(shares.room(Owner.of("https://other.example.org/", "city"))).isEqualTo(4);

        shares.end(owner);
        assertThat(shares.room(owner)).isEqualTo(1);
    }

    @Test
    void a_scope_has_16_over_all_its_addresses() {
        for (var i = 0; i < 16; i++) {
            shares.begin(Owner.of("https://host-%d.example.org/".formatted(i), "city"));
        }

        assertThat(shares.room(Owner.of("https://more.example.org/", "city"))).isZero();
        assertThat(shares.room(Owner.of("https://more.example.org/", "district 110105")))
                .isEqualTo(4);
    }

    @Test
    void all_receivers_together_have_64() {
        for (var i = 0; i < 64; i++) {
            shares.begin(Owner.of("https://host-%d.example.org/".formatted(i), "street " + i));
        }

        assertThat(shares.room(Owner.of("https://more.example.org/", "city"))).isZero();
    }
}
