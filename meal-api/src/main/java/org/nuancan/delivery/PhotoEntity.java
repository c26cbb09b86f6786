package org.nuancan.delivery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `delivery_order_photo`.
///
/// @param photo the hash of its bytes
/// @param picture the hash of what it shows
@MappedEntity("delivery_order_photo")
record PhotoEntity(
        @Id String photo,
        long orderId,
        String picture,
        String rider,
        int bytes,
        @UtcMicros Instant takenAt) {}
