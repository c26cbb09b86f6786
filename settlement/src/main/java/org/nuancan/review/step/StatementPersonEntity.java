package org.nuancan.review.step;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `statement_person`: the level at which a person has acted on a statement.
@MappedEntity("statement_person")
record StatementPersonEntity(@EmbeddedId Key id, Level level) {

    @Embeddable
    record Key(
            @MappedProperty("statement_id") long statementId,
            @MappedProperty("person") String person) {}
}
