package org.nuancan.provider.price;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `price_list`.
///
/// @param validTo null while it is in force
@MappedEntity("price_list")
record PriceListEntity(
        @Id long listId,
        long siteId,
        @UtcMicros Instant validFrom,
        @UtcMicros @Nullable Instant validTo,
        String setBy,
        @UtcMicros Instant setAt) {

    boolean holdsIn(Instant first, Instant last) {
        return !validFrom.isAfter(last) && (validTo == null || validTo.isAfter(first));
    }
}
