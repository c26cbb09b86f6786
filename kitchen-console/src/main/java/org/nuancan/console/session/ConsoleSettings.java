package org.nuancan.console.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What can be set: `nuancan.console.*`.
///
/// @param apiUrl where meal-api answers
/// @param secureCookies whether cookies travel over HTTPS only; false only where there is none
/// @param idleMinutes a session that was not used for so long ends
/// @param sessionKey 32 bytes in Base64, alike on every node; without it sessions end with the
///   process
@ConfigurationProperties("nuancan.console")
public record ConsoleSettings(
        URI apiUrl,
        @Bindable(defaultValue = "true") boolean secureCookies,
        @Bindable(defaultValue = "30") int idleMinutes,
        Optional<String> sessionKey) {

    private static final int KEY_BYTES = 32;
    private static final int MOST_IDLE_MINUTES = 720;

    /// @throws IllegalArgumentException naming every fault
    public ConsoleSettings {
        List<String> faults = new ArrayList<>();
        if (apiUrl.getHost() == null || !List.of("http", "https").contains(apiUrl.getScheme())) {
            faults.add("nuancan.console.api-url is no http(s) address: " + apiUrl);
        }
        if (idleMinutes < 1 || idleMinutes > MOST_IDLE_MINUTES) {
            faults.add("nuancan.console.idle-minutes is not between 1 and 720: " + idleMinutes);
        }
        if (sessionKey.isPresent() && keyOf(sessionKey.get()).length != KEY_BYTES) {
            faults.add("nuancan.console.session-key is not 32 bytes in Base64");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static byte[] keyOf(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException other) {
            return new byte[0];
        }
    }

    Optional<byte[]> key() {
        return sessionKey.map(ConsoleSettings::keyOf);
    }
}
