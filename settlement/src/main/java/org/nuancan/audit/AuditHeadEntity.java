package org.nuancan.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `audit_head`: the last link of an area's chain.
@MappedEntity("audit_head")
record AuditHeadEntity(@Id String area, long sequence, String hash) {}
