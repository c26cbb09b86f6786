package org.nuancan.fund;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `fund_year`: a payer's budget, the sum of its entries.
@MappedEntity("fund_year")
record FundYearEntity(@EmbeddedId Key id, long fen) {

    @Embeddable
    record Key(@MappedProperty("payer") String payer, @MappedProperty("year") int year) {}
}
