package org.nuancan.close.parked;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.UtcMicros;

/// A row of `parked_day`.
///
/// @param toldAt null until an event about it is published
@MappedEntity("parked_day")
public record ParkedDayEntity(
        @EmbeddedId Key id,
        Parked.Cause cause,
        String detail,
        int tries,
        @UtcMicros Instant parkedAt,
        @Nullable @UtcMicros Instant toldAt) {

    /// The provider and the business day that are parked.
    @Embeddable
    public record Key(
            @MappedProperty("provider_id") long providerId, @MappedProperty("day") LocalDate day) {}

    Parked parked() {
        return new Parked(id.providerId(), new BusinessDay(id.day()), cause, detail);
    }
}
