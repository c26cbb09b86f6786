package org.nuancan.ledger.balance;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;

/// A row of `ledger_opening`: the sum of an account's deleted postings.
@MappedEntity("ledger_opening")
record LedgerOpeningEntity(@EmbeddedId Key id, long fen, LocalDate throughDate) {

    @Embeddable
    record Key(
            @MappedProperty("paying_district") String payingDistrict,
            @MappedProperty("account_kind") String accountKind,
            @MappedProperty("account_owner") String accountOwner) {}
}
