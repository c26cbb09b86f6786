package org.nuancan.fund;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;

/// A row of `fund_budget`.
@MappedEntity("fund_budget")
record BudgetEntryEntity(
        @Id long entryId,
        String payer,
        int year,
        long fen,
        String reason,
        String madeBy,
        @UtcMicros Instant madeAt) {

    static BudgetEntryEntity of(BudgetService.Entry entry) {
        return new BudgetEntryEntity(
                entry.entryId(),
                entry.payer(),
                entry.year(),
                entry.change().value(),
                entry.reason(),
                entry.madeBy(),
                entry.madeAt());
    }

    BudgetService.Entry entry() {
        return new BudgetService.Entry(entryId, payer, year, Fen.of(fen), reason, madeBy, madeAt);
    }
}
