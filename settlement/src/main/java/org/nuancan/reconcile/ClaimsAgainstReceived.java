package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Outstanding;
import org.nuancan.receipt.Source;
import org.nuancan.reconcile.Compared.Reference;

/// Compares each payer's claims on the statements of a day with the money received for them; debts
/// of the other direction are set off against the oldest.
@Singleton
final class ClaimsAgainstReceived implements Comparison {

    private record Claim(long statementId, String payer, Fen fen) {}

    private final Outstanding outstanding;

    ClaimsAgainstReceived(Outstanding outstanding) {
        this.outstanding = outstanding;
    }

    @Override
    public Pair pair() {
        return Pair.CLAIMS_RECEIVED;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var claims =
                Sql.on(
                                connection,
                                """
                                select s.statement_id, f.payer, f.fen
                                  from statement s
                                  join statement_fund f on f.statement_id = s.statement_id
                                 where s.statement_date = ? and s.district_code = ?
                                 order by f.payer, s.statement_id
                                """)
                        .with(day.date(), day.district())
                        .list(row ->
                                new Claim(
                                        row.number("statement_id"),
                                        row.text("payer"),
                                        Fen.of(row.number("fen"))));
        var open = new HashMap<String, Outstanding.Position>();
        var owed = new ArrayList<Owed>();
        for (var claim : claims) {
            var ofPayer = open.get(claim.payer());
            if (ofPayer == null) {
                ofPayer = outstanding.of(day.district(), new Source.Payer(claim.payer()));
                open.put(claim.payer(), ofPayer);
            }
            owed.add(
                    new Owed(
                            claim.payer(),
                            1,
                            claim.fen(),
                            ofPayer.open().getOrDefault(claim.statementId(), Fen.ZERO)));
        }
        return Owed.compared(
                pair(),
                Reference.Type.PAYER,
                owed,
                Owed.inAdvance(connection, day, Source.Kind.PAYER, outstanding));
    }
}
