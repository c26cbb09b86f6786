package org.nuancan.receipt;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.money.Fen;

/// What payers and acquirers have not paid yet, after what is owed the other way round (refunds,
/// recoveries) and money in advance are set against the oldest of it.
@Singleton
public class Outstanding {

    /// Where a source stands.
    ///
    /// @param open what is not paid, by subject: a payer's by statement, an acquirer's by day since
    ///   1970-01-01; what is paid is left out
    /// @param inAdvance by receipt, what of it nothing is owed for; what is used up is left out
    public record Position(Map<Long, Fen> open, Map<Long, Fen> inAdvance) {

        public Position {
            open = Map.copyOf(open);
            inAdvance = Map.copyOf(inAdvance);
        }
    }

    private final OpenDebts owed;
    private final RecordedReceipts receipts;

    Outstanding(OpenDebts owed, RecordedReceipts receipts) {
        this.owed = owed;
        this.receipts = receipts;
    }

    /// Where a payer or an acquirer stands with a district.
    @Transactional
    public Position of(String district, Source source) {
        var claims = Matching.netted(owed.by(district, source));
        var money = receipts.unmatched(district, source);
        var open = new HashMap<Long, Fen>();
        claims.forEach(claim -> open.put(claim.subject().id(), claim.open()));
        var rest = new HashMap<Long, Fen>();
        money.forEach(some -> rest.put(some.receiptId(), some.rest()));
        for (var match : Matching.of(money, claims)) {
            open.merge(match.subject().id(), match.fen().negated(), Fen::plus);
            rest.merge(match.receiptId(), match.fen().negated(), Fen::plus);
        }
        open.values().removeIf(Fen::isZero);
        rest.values().removeIf(Fen::isZero);
        return new Position(open, rest);
    }
}
