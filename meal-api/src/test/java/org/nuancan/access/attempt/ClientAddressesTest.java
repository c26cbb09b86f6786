package org.nuancan.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Proxies: 10.1.0.0/16, 192.0.2.7 and fd00::/8. The connection comes from 10.1.2.3.
class ClientAddressesTest {

    private static final ClientAddresses ADDRESSES =
            new ClientAddresses("10.1.0.0/16, 192.0.2.7,fd00::/8");
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.1.2.3");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    203.0.113.5 | 203.0.113.5
                    6.6.6.6, 203.0.113.5 | 203.0.113.5
                    6.6.6.6, 203.0.113.5, 10.1.9.9 | 203.0.113.5
                    203.0.113.5, 192.0.2.7 ,10.1.9.9 | 203.0.113.5
                    192.0.2.8 | 192.0.2.8
                    203.0.113.5:49152 | 203.0.113.5
                    [2001:db8::5]:443 | 2001:db8:0:0:0:0:0:5
                    2001:db8::5, fd12::1 | 2001:db8:0:0:0:0:0:5
                    ::ffff:203.0.113.5 | 203.0.113.5
                    """)
    void behind_proxies_the_rightmost_address_that_is_no_proxys_counts(
            String header, String client) {
        assertThat(ADDRESSES.client(PROXY, List.of(header)).getHostAddress()).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    '' | 10.1.2.3
                    ' , ,' | 10.1.2.3
                    unknown | 10.1.2.3
                    999.1.1.1 | 10.1.2.3
                    6.6.6.6, <script> | 10.1.2.3
                    6.6.6.6, localhost | 10.1.2.3
                    6.6.6.6, fe80::1%eth0 | 10.1.2.3
                    6.6.6.6, [::1 | 10.1.2.3
                    6.6.6.6, 1.2.3.4.5 | 10.1.2.3
                    6.6.6.6, 不知道, 10.1.9.9 | 10.1.9.9
                    10.1.7.7, 10.1.9.9 | 10.1.2.3
                    """)
    void garbage_ends_the_reading_and_names_no_client(String header, String client) {
        assertThat(ADDRESSES.client(PROXY, List.of(header)).getHostAddress()).isEqualTo(client);
    }

    @Test
    void a_connection_that_is_no_proxys_is_the_client_whatever_its_header_says() {
        var caller = InetAddress.ofLiteral("203.0.113.5");

        assertThat(ADDRESSES.client(caller, List.of("6.6.6.6"))).isEqualTo(caller);
        assertThat(new ClientAddresses("").client(PROXY, List.of("6.6.6.6"))).isEqualTo(PROXY);
    }

    @Test
    void several_headers_are_read_as_one_list() {
        assertThat(ADDRESSES.client(PROXY, List.of("6.6.6.6", "203.0.113.5, 10.1.1.1")))
                .isEqualTo(InetAddress.ofLiteral("203.0.113.5"));
    }

    @Test
    void a_long_header_is_read_from_its_end_only() {
        var header = "6.6.6.6," + "10.1.1.1,".repeat(2000) + "10.1.1.1";

        assertThat(ADDRESSES.client(PROXY, List.of(header))).isEqualTo(PROXY);
    }

    @Test
    void a_proxy_that_is_no_address_stops_the_start_and_all_of_them_are_named() {
        assertThatThrownBy(() -> new ClientAddresses("10.0.0.0/33, proxy.intern, 10.0.0.1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("10.0.0.0/33")
                .hasMessageContaining("proxy.intern")
                .hasMessageNotContaining("10.0.0.1,");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.128.0.0/9, 10.127.255.255, false",
        "0.0.0.0/0, 1.2.3.4, true",
        "::/0, 1.2.3.4, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void a_block_holds_the_addresses_with_its_first_bits(
            String block, String address, boolean holds) {
        assertThat(AddressBlock.read(block).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(holds);
    }
}
