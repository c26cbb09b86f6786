package org.nuancan.close.statement;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of `statement_anchor`: the hash of a deleted statement.
@MappedEntity("statement_anchor")
record StatementAnchorEntity(
        @EmbeddedId Key id, String contentHash, @Nullable String previousHash) {

    @Embeddable
    record Key(
            @MappedProperty("provider_id") long providerId,
            @MappedProperty("statement_date") LocalDate statementDate) {}
}
