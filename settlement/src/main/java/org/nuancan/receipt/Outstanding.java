package org.nuancan.receipt;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.money.Fen;

/// Reads unpaid amounts of payers and acquirers, after debts of the other direction (refunds,
/// recoveries) and money in advance are set off against the oldest ones.
@Singleton
public class Outstanding {

    /// Position of a source.
    ///
    /// @param open unpaid amounts by subject: a payer's by statement, an acquirer's by day since
    ///   1970-01-01; paid subjects are left out
    /// @param inAdvance by receipt, the part for which nothing is owed; used receipts are left out
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

    /// The position of a payer or an acquirer with a district.
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
