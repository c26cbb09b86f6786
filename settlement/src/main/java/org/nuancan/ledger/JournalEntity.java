package org.nuancan.ledger;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// What a row of `journal` is about.
@MappedEntity("journal")
record JournalEntity(
        long journalId, JournalKind kind, @Nullable Long orderId, @Nullable Long siteId) {}
