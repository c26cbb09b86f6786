package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.money.Fen;

/// What payers and acquirers have not paid yet, after what is owed the other way round (refunds,
/// recoveries) and money in advance are set against the oldest of it.
@Singleton
public final class Outstanding {

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

    private final OwedRows owed;
    private final ReceiptRows receipts;

    Outstanding(OwedRows owed, ReceiptRows receipts) {
        this.owed = owed;
        this.receipts = receipts;
    }

    /// Where a payer or an acquirer stands with a district.
    public Position of(Connection connection, String district, Source source) throws SQLException {
        var claims = Matching.netted(owed.by(connection, district, source));
        var money = receipts.unmatched(connection, district, source);
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
