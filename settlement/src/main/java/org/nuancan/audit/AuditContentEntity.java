package org.nuancan.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import org.nuancan.db.TextLines;

/// A row of `audit_content`: the changed fields of an entry, and its division.
///
/// @param changes lines of [FieldChange]
@MappedEntity("audit_content")
record AuditContentEntity(@Id long entryId, String division, @TextLines List<String> changes) {}
