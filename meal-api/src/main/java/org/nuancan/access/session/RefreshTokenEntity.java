package org.nuancan.access.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `refresh_token`.
///
/// @param usedAt null before its first use
/// @param successor the next pair of tokens, sealed; null before the first use and after the grace
@MappedEntity("refresh_token")
record RefreshTokenEntity(
        @Id String tokenHash,
        long familyId,
        @Nullable @UtcMicros Instant usedAt,
        @Nullable String successor) {

    static RefreshTokenEntity unused(String tokenHash, long familyId) {
        return new RefreshTokenEntity(tokenHash, familyId, null, null);
    }
}
