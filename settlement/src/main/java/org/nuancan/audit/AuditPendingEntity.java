package org.nuancan.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `audit_pending`: an entry that is on no chain yet.
@MappedEntity("audit_pending")
record AuditPendingEntity(@Id long entryId) {}
