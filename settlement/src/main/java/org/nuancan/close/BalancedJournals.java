package org.nuancan.close;

import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Every journal sums to zero, also those that no statement takes up: a posting that was changed or
/// taken away shows here.
@Singleton
final class BalancedJournals implements Provable {

    private final Transactions transactions;

    BalancedJournals(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        return transactions.snapshot(connection -> {
            var journals =
                    Sql.on(
                                    connection,
                                    """
                                    select count(*) as journals
                                      from journal
                                     where booking_date between ? and ?
                                    """)
                            .with(from.date(), to.date())
                            .one(row -> row.number("journals"));
            List<String> faults =
                    Sql.on(
                                    connection,
                                    """
                                    select j.journal_id, j.kind, j.booking_date,
                                           coalesce(sum(p.fen), 0) as fen
                                      from journal j
                                      left join posting p on p.journal_id = j.journal_id
                                     where j.booking_date between ? and ?
                                     group by j.journal_id, j.kind, j.booking_date
                                    having coalesce(sum(p.fen), 0) <> 0
                                     order by j.booking_date, j.journal_id
                                     limit 100
                                    """)
                            .with(from.date(), to.date())
                            .list(row ->
                                    "journal %d (%s) of %s sums to %d fen"
                                            .formatted(
                                                    row.number("journal_id"),
                                                    row.text("kind"),
                                                    row.date("booking_date"),
                                                    row.number("fen")));
            return new Shown("journals", journals, faults);
        });
    }
}
