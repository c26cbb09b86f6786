package org.nuancan.till.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.nuancan.day.BusinessDay;
import org.nuancan.money.Fen;
import org.nuancan.seal.Secrets;

/// Salt and entity tag of an offline pack. All nodes compute the same values.
@Singleton
final class PackMarks {

    private final Secrets secrets;
    private final OfflineSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    PackMarks(Secrets secrets, OfflineSettings settings, ObjectMapper json, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    BusinessDay today() {
        return BusinessDay.today(clock);
    }

    Instant now() {
        return clock.instant();
    }

    Fen cap() {
        return settings.cap();
    }

    /// The salt of a district's cards on a day.
    String salt(String districtCode, BusinessDay day) {
        return secrets.fingerprint(
                "offline-salt", (districtCode + " " + day).getBytes(StandardCharsets.UTF_8));
    }

    /// A strong entity tag (RFC 9110) over the whole pack.
    String etag(OfflinePack pack) {
        try {
            return '"' + secrets.fingerprint("offline-pack", json.writeValueAsBytes(pack)) + '"';
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a pack that is no JSON", exception);
        }
    }
}
