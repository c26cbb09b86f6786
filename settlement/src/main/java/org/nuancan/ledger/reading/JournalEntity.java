package org.nuancan.ledger.reading;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;
import org.nuancan.ledger.JournalKind;

/// The order, site and districts of a row of `journal`.
@MappedEntity("journal")
public record JournalEntity(
        long journalId, JournalKind kind, @Nullable Long orderId, @Nullable Long siteId) {}
