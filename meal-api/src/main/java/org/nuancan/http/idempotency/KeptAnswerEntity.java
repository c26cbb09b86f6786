package org.nuancan.http.idempotency;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `idempotency_key`.
///
/// @param answer sealed
@MappedEntity("idempotency_key")
record KeptAnswerEntity(
        @EmbeddedId Key id,
        String fingerprint,
        int status,
        String answer,
        @UtcMicros Instant keptAt) {

    @Embeddable
    record Key(
            @MappedProperty("caller") String caller,
            @MappedProperty("idempotency_key") String key) {}
}
