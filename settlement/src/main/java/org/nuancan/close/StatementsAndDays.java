package org.nuancan.close;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.SettledBooks;

/// Journals stay as long as a statement of their district is kept that is not younger, or a day
/// that could not be computed waits.
@Singleton
final class StatementsAndDays implements SettledBooks {

    private final Transactions transactions;

    StatementsAndDays(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public LocalDate until(String district, LocalDate before) {
        Optional<LocalDate> first =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select min(day) as day
                                          from (select min(statement_date) as day
                                                  from statement
                                                 where district_code = ?
                                                 union all
                                                select min(k.day)
                                                  from parked_day k
                                                 union all
                                                select min(day)
                                                  from business_day
                                                 where state <> 'CLOSED') waiting
                                        having min(day) is not null
                                        """)
                                .with(district)
                                .first(row -> row.date("day")));
        return first.filter(day -> day.isBefore(before)).orElse(before);
    }
}
