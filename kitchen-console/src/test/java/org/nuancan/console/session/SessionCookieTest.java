package org.nuancan.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final Session SESSION =
            new Session(
                    "canteen",
                    List.of("PROVIDER_MANAGER"),
                    "access-1",
                    "refresh-1",
                    Instant.parse("2026-11-18T04:14:30Z"),
                    Instant.parse("2026-11-18T04:15:00Z"),
                    Instant.parse("2026-11-18T04:00:00Z"));

    private final SessionCookie cookie = new SessionCookie(keys("A"));

    @Test
    void a_sealed_cookie_is_opened_by_every_node_with_the_same_key() {
        assertThat(new SessionCookie(keys("A")).open(cookie.seal(SESSION))).contains(SESSION);
    }

    @Test
    void nothing_of_a_session_can_be_read_and_no_two_cookies_are_alike() {
        var sealed = cookie.seal(SESSION);

        var bytes = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("access-1", "refresh-1", "canteen");
        assertThat(cookie.seal(SESSION)).isNotEqualTo(sealed);
    }

    @Test
    void a_cookie_of_another_key_or_a_changed_cookie_is_no_session() {
        var sealed = cookie.seal(SESSION);
        var changed = (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThat(new SessionCookie(keys("B")).open(sealed)).isEmpty();
        assertThat(cookie.open(sealed.substring(0, 20) + changed)).isEmpty();
        assertThat(cookie.open(sealed.substring(0, 30))).isEmpty();
        assertThat(cookie.open("")).isEmpty();
        assertThat(cookie.open("not base64 at all!")).isEmpty();
    }

    private static Keys keys(String letter) {
        var key =
                Base64.getEncoder()
                        .encodeToString(letter.repeat(32).getBytes(StandardCharsets.US_ASCII));
        return new Keys(
                new ConsoleSettings(URI.create("http://127.0.0.1:1"), true, 30, Optional.of(key)));
    }
}
