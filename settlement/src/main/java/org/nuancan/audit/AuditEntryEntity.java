package org.nuancan.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `audit_entry`. The area is a text, so that a row with an unknown area after a manual
/// change can still be read and named.
@MappedEntity("audit_entry")
record AuditEntryEntity(
        @Id long entryId,
        String area,
        String actedBy,
        String act,
        String subject,
        String detail,
        @UtcMicros Instant actedAt) {}
