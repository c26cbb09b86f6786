package org.nuancan.finance.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.statement.Fund;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.StatementState;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;

/// A statement as shown.
///
/// @param lines number of lines
/// @param previousHash null for a provider's first statement
public record StatementAnswer(
        Id statementId,
        Id providerId,
        String districtCode,
        LocalDate date,
        StatementState state,
        long orders,
        long refunds,
        long lines,
        Fen grossFen,
        Fen collectedFen,
        Fen platformCollectedFen,
        Fen discountFen,
        Fen dinerGrantFen,
        Fen elsewhereFen,
        Fen incentiveFen,
        Fen adjustmentFen,
        Fen payableFen,
        Fen carriedFen,
        Fen heldFen,
        List<Fund> byFund,
        String contentHash,
        @Nullable String previousHash,
        int version,
        Instant stateSince) {

    /// The answer about a statement, with the amounts of its payers.
    public static StatementAnswer of(Statement statement) {
        var content = statement.content();
        var sums = content.sums();
        return new StatementAnswer(
                new Id(statement.id()),
                new Id(content.providerId()),
                statement.districtCode(),
                content.date().date(),
                statement.state(),
                content.counts().orders(),
                content.counts().refunds(),
                content.counts().lines(),
                sums.gross(),
                sums.collected(),
                sums.platformCollected(),
                sums.discount(),
                sums.dinerGrant(),
                sums.elsewhere(),
                sums.incentive(),
                sums.adjustment(),
                sums.payable(),
                statement.carried(),
                statement.held(),
                content.funds(),
                statement.contentHash(),
                content.previousHash().orElse(null),
                statement.version(),
                statement.since());
    }
}
