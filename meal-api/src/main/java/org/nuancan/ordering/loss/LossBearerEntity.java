package org.nuancan.ordering.loss;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `loss_bearer`.
///
/// @param effectiveTo the last service date; null: open
@MappedEntity("loss_bearer")
record LossBearerEntity(
        @EmbeddedId Key id,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String bearer,
        String setBy,
        @UtcMicros Instant setAt) {

    /// @param version from 1; the highest version in force on a day applies
    @Embeddable
    record Key(
            @MappedProperty("reason") LossReason reason, @MappedProperty("version") int version) {}

    LossBearerService.Version version() {
        return new LossBearerService.Version(
                id.reason(), id.version(), effectiveFrom, effectiveTo, bearer, setBy);
    }
}
