package org.nuancan.close.statement;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;

/// A row of `statement`.
///
/// @param stateSince null until the first step after the close
@MappedEntity("statement")
public record StatementEntity(
        @Id long statementId,
        long providerId,
        LocalDate statementDate,
        String districtCode,
        StatementState state,
        long orders,
        long refunds,
        long lineCount,
        long grossFen,
        long collectedFen,
        long platformCollectedFen,
        long discountFen,
        long dinerGrantFen,
        long elsewhereFen,
        long incentiveFen,
        long adjustmentFen,
        long payableFen,
        long carriedFen,
        long heldFen,
        String contentHash,
        @Nullable String previousHash,
        @UtcMicros Instant closedAt,
        int version,
        @Nullable @UtcMicros Instant stateSince) {

    private Instant since() {
        return stateSince == null ? closedAt : stateSince;
    }

    /// @param funds in order of the payers
    Statement statement(List<Fund> funds) {
        return new Statement(
                statementId,
                districtCode,
                new Statement.Content(
                        providerId,
                        new BusinessDay(statementDate),
                        new Counts(orders, refunds, lineCount),
                        new Sums(
                                Fen.of(grossFen),
                                Fen.of(collectedFen),
                                Fen.of(platformCollectedFen),
                                Fen.of(discountFen),
                                Fen.of(dinerGrantFen),
                                Fen.of(incentiveFen),
                                Fen.of(adjustmentFen)),
                        funds,
                        Optional.ofNullable(previousHash)),
                contentHash,
                state,
                Fen.of(carriedFen),
                Fen.of(heldFen),
                version,
                since());
    }

    /// The state and the amounts that decide about the statement, without its payers.
    public Standing standing() {
        return new Standing(
                statementId,
                providerId,
                districtCode,
                new BusinessDay(statementDate),
                state,
                version,
                Fen.of(payableFen),
                Fen.of(heldFen),
                since());
    }
}
