package org.nuancan.close.statement;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `statement_site`: a site with lines on a statement.
@MappedEntity("statement_site")
record StatementSiteEntity(@EmbeddedId Key id, long lineCount) {

    @Embeddable
    record Key(
            @MappedProperty("statement_id") long statementId,
            @MappedProperty("site_id") long siteId) {}
}
