package org.nuancan.webhook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.1.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.7.7",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12::9",
                "fe80::1",
                "ff02::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void addresses_of_the_inside_are_not_public(String literal) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "2400:3200::1",
                "2606:4700:4700::1111"
            })
    void addresses_of_the_outside_are(String literal) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(literal))).isTrue();
    }

    @Test
    void a_name_that_leads_inside_is_not_connected_to() {
        assertThatThrownBy(() -> new Resolution(false).resolve("localhost"))
                .isInstanceOf(Resolution.Inside.class);
    }
}
