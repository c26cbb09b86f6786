package org.nuancan.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `audit_anchor`.
@MappedEntity("audit_anchor")
record AuditAnchorEntity(@Id String area, long sequence, String hash) {}
