package org.nuancan.access.key;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `signing_key`.
///
/// @param sealed the key as JSON, sealed
@MappedEntity("signing_key")
record SigningKeyEntity(@Id String keyId, String sealed, @UtcMicros Instant madeAt) {}
