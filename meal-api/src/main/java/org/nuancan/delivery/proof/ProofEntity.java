package org.nuancan.delivery.proof;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.provider.site.Place;

/// A row of `delivery_proof`.
///
/// @param sealedValue encrypted name of the person who took the meal for the elder
@MappedEntity("delivery_proof")
record ProofEntity(
        @Id long orderId,
        ProofType type,
        @Nullable String photo,
        @Nullable String sealedValue,
        @Nullable Integer latitudeMicro,
        @Nullable Integer longitudeMicro,
        @UtcMicros Instant provenAt,
        String provenBy) {

    Optional<Place> place() {
        return latitudeMicro == null || longitudeMicro == null
                ? Optional.empty()
                : Optional.of(new Place(latitudeMicro, longitudeMicro));
    }
}
