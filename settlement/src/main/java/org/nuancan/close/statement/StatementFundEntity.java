package org.nuancan.close.statement;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.nuancan.money.Fen;

/// A row of `statement_fund`.
@MappedEntity("statement_fund")
record StatementFundEntity(@EmbeddedId Key id, long fen) {

    @Embeddable
    record Key(
            @MappedProperty("statement_id") long statementId,
            @MappedProperty("payer") String payer) {}

    Fund fund() {
        return new Fund(id.payer(), Fen.of(fen));
    }
}
