package org.nuancan.fund;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;
import org.nuancan.fund.FundWarningService.Warned;
import org.nuancan.money.Fen;

/// A row of `fund_warning`.
@MappedEntity("fund_warning")
record FundWarningEntity(
        @EmbeddedId Key id,
        long warningId,
        LocalDate reachedOn,
        long budgetFen,
        long grantedFen,
        @UtcMicros Instant warnedAt) {

    @Embeddable
    record Key(
            @MappedProperty("payer") String payer,
            @MappedProperty("year") int year,
            @MappedProperty("percent") int percent) {}

    static FundWarningEntity of(Warned warned) {
        return new FundWarningEntity(
                new Key(warned.payer(), warned.year(), warned.percent()),
                warned.warningId(),
                warned.on(),
                warned.budget().value(),
                warned.granted().value(),
                warned.at());
    }

    Warned warned() {
        return new Warned(
                warningId,
                id.payer,
                id.year,
                id.percent,
                reachedOn,
                Fen.of(budgetFen),
                Fen.of(grantedFen),
                warnedAt);
    }
}
