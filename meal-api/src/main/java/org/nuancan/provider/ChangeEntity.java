package org.nuancan.provider;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `provider_change`.
///
/// @param subject `PROVIDER` or `SITE`
/// @param content JSON
@MappedEntity("provider_change")
public record ChangeEntity(
        @Id long changeId,
        String subject,
        long subjectId,
        @UtcMicros Instant changedAt,
        String changedBy,
        String content) {}
