package org.nuancan.audit;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `audit_link`: the place of an entry on the chain of its area.
@MappedEntity("audit_link")
record AuditLinkEntity(@EmbeddedId Key id, long entryId, String hash) {

    @Embeddable
    record Key(@MappedProperty("area") String area, @MappedProperty("sequence") long sequence) {}
}
