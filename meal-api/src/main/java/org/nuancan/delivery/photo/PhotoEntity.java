package org.nuancan.delivery.photo;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `delivery_order_photo`.
///
/// @param photo SHA-256 of the file's bytes
/// @param picture SHA-256 of the pixels
@MappedEntity("delivery_order_photo")
public record PhotoEntity(
        @Id String photo,
        long orderId,
        String picture,
        String rider,
        int bytes,
        @UtcMicros Instant takenAt) {}
