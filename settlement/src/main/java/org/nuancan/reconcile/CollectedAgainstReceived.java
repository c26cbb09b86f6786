package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Outstanding;
import org.nuancan.receipt.Source;
import org.nuancan.reconcile.Compared.Reference;

/// Compares the amounts that the platform's acquirer collected on a day with the money received for
/// them; its refunds to elders are set off against the oldest.
@Singleton
final class CollectedAgainstReceived implements Comparison {

    private record Taken(TenderType type, long records, Fen fen) {}

    private final Outstanding outstanding;

    CollectedAgainstReceived(Outstanding outstanding) {
        this.outstanding = outstanding;
    }

    @Override
    public Pair pair() {
        return Pair.COLLECTED_RECEIVED;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var taken =
                Sql.on(
                                connection,
                                """
                                select account_owner, count(distinct journal_id) as records,
                                       sum(fen) as fen
                                  from posting
                                 where booking_date = ? and paying_district = ?
                                   and provider_id > 0 and account_kind = 'collected'
                                 group by account_owner
                                """)
                        .with(day.date(), day.district())
                        .list(row ->
                                new Taken(
                                        row.name("account_owner", TenderType.class),
                                        row.number("records"),
                                        Fen.of(row.number("fen"))));
        var owed = new ArrayList<Owed>();
        for (var collected : taken) {
            var open = outstanding.of(day.district(), new Source.Tender(collected.type()));
            owed.add(
                    new Owed(
                            collected.type().name(),
                            collected.records(),
                            collected.fen(),
                            open.open().getOrDefault(day.date().toEpochDay(), Fen.ZERO)));
        }
        return Owed.compared(
                pair(),
                Reference.Type.TENDER,
                owed,
                Owed.inAdvance(connection, day, Source.Kind.TENDER, outstanding));
    }
}
