package org.nuancan.access.terminal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.password.Passwords;
import org.nuancan.db.UtcMicros;

/// A row of `terminal`: the columns of a terminal beside its account.
///
/// @param activationHash null if there is no valid activation code
/// @param activatedAt of the last activation; null before the first
/// @param signingKey sealed; null before the first activation
/// @param activeSince the first activation, in business time
@MappedEntity("terminal")
record TerminalEntity(
        @Id String terminalId,
        String label,
        @Nullable String activationHash,
        @Nullable @UtcMicros Instant activationUntil,
        @Nullable @UtcMicros Instant activatedAt,
        @Nullable String signingKey,
        @Nullable @UtcMicros Instant activeSince) {

    static TerminalEntity of(String terminalId, String label) {
        return new TerminalEntity(terminalId, label, null, null, null, null, null);
    }

    /// Whether a code activates the terminal.
    boolean isActivatedBy(String code, Instant now) {
        return activationHash != null
                && activationUntil != null
                && activationUntil.isAfter(now)
                && Passwords.sameDigest(code, activationHash);
    }
}
