package org.nuancan.delivery;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `delivery_earlier_rider`.
///
/// @param givenBy the dispatcher who gave the run to another rider
@MappedEntity("delivery_earlier_rider")
record EarlierRiderEntity(@EmbeddedId Key id, String rider, String givenBy) {

    /// @param untilAt when another rider took the run over
    @Embeddable
    record Key(
            @MappedProperty("run_id") long runId,
            @MappedProperty("until_at") @UtcMicros Instant untilAt) {}
}
