package org.nuancan.delivery.position;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;
import org.nuancan.provider.site.Place;

/// A row of `delivery_position`.
@MappedEntity("delivery_position")
record PositionEntity(@EmbeddedId Key id, int latitudeMicro, int longitudeMicro) {

    @Embeddable
    record Key(@MappedProperty("run_id") long runId, @MappedProperty("at") @UtcMicros Instant at) {}

    Place place() {
        return new Place(latitudeMicro, longitudeMicro);
    }
}
