package org.nuancan.ledger;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// The order, site and districts of a row of `journal`.
@MappedEntity("journal")
record JournalEntity(
        long journalId, JournalKind kind, @Nullable Long orderId, @Nullable Long siteId) {}
