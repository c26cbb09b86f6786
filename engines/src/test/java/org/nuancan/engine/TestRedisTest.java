package org.nuancan.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestRedisTest {

    @AfterEach
    void outageEnds() {
        TestRedis.startAgain();
    }

    @Test
    void nothing_is_told_without_the_password() throws IOException {
        assertThat(ask("PING")).startsWith("-NOAUTH");
        assertThat(ask("AUTH " + password())).isEqualTo("+OK");
    }

    @Test
    void an_outage_begins_and_ends_at_the_same_address() throws IOException {
        var before = TestRedis.uri();

        TestRedis.stop();

        assertThatThrownBy(() -> ask("PING")).isInstanceOf(ConnectException.class);

        TestRedis.startAgain();

        assertThat(ask("AUTH " + password())).isEqualTo("+OK");
        assertThat(TestRedis.uri()).isEqualTo(before);
    }

    private static String password() {
        return URI.create(TestRedis.uri()).getUserInfo().substring(1);
    }

    private static String ask(String command) throws IOException {
        try (var socket =
                new Socket(
                        InetAddress.getLoopbackAddress(), URI.create(TestRedis.uri()).getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            var answer = new byte[200];
            var length = socket.getInputStream().read(answer);
            return new String(answer, 0, length, UTF_8).strip();
        }
    }
}
