package org.nuancan.elder.file;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `elder_code`: a one-time code.
///
/// @param proxy whether somebody else fetches the meal
/// @param orderId of the checkout that has used it
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_code")
public record ElderCodeEntity(
        @Id long codeId,
        byte[] nonce,
        long elderId,
        boolean proxy,
        @UtcMicros Instant issuedAt,
        String issuedBy,
        @UtcMicros Instant expiresAt,
        @Nullable Long orderId,
        @Nullable String terminal,
        @UtcMicros @Nullable Instant usedAt) {

    @Override
    public String toString() {
        return "ElderCodeEntity[%d of %d]".formatted(codeId, elderId);
    }
}
