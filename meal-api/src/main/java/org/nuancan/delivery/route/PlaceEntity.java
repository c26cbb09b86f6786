package org.nuancan.delivery.route;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;
import org.nuancan.provider.site.Place;

/// A row of `delivery_place`.
///
/// @param address a keyed hash of the address
@MappedEntity("delivery_place")
record PlaceEntity(
        @Id String address,
        String division,
        int latitudeMicro,
        int longitudeMicro,
        @UtcMicros Instant learnedAt) {

    Place place() {
        return new Place(latitudeMicro, longitudeMicro);
    }
}
