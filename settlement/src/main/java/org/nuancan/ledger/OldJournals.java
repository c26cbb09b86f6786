package org.nuancan.ledger;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.retention.KeptByDistrict;

/// Journals: 会计档案管理办法 (2015) asks for 30 years of vouchers and books. Whole days of a district go,
/// once nothing about them is open; what they came to stays as the accounts' opening balances.
@Singleton
final class OldJournals implements KeptByDistrict {

    private final List<SettledBooks> others;
    private final Transactions transactions;
    private final Period period;

    OldJournals(
            List<SettledBooks> others,
            Transactions transactions,
            @Property(name = "nuancan.retention.journals", defaultValue = "P30Y") Period period) {
        this.others = List.copyOf(others);
        this.transactions = transactions;
        this.period = period;
    }

    @Override
    public String kind() {
        return "journals";
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public long due(LocalDate before) {
        return transactions.reading(connection ->
                Sql.on(connection, "select count(*) as due from journal where booking_date < ?")
                        .with(before)
                        .one(row -> row.number("due")));
    }

    @Override
    public List<String> districts(LocalDate before) {
        return transactions.inOne(connection ->
                Sql.on(
                                connection,
                                """
                                select distinct paying_district
                                  from journal
                                 where booking_date < ?
                                 order by paying_district
                                """)
                        .with(before)
                        .list(row -> row.text("paying_district")));
    }

    @Override
    public int forget(String district, LocalDate before) {
        return transactions.inOne(
                connection -> forgetUntil(connection, district, until(district, before)));
    }

    /// Asked again until all agree.
    private LocalDate until(String district, LocalDate before) {
        var earlier = Optional.<LocalDate>empty();
        var until = before;
        while (!Optional.of(until).equals(earlier)) {
            earlier = Optional.of(until);
            for (var other : others) {
                until = other.until(district, until);
            }
        }
        return until;
    }

    private static int forgetUntil(Connection connection, String district, LocalDate until)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into ledger_opening
                            (account_kind, account_owner, paying_district, fen, through_date)
                        select account_kind, account_owner, paying_district, sum(fen), ?
                          from posting
                         where paying_district = ? and booking_date < ?
                         group by account_kind, account_owner, paying_district
                        on duplicate key update fen = ledger_opening.fen + values(fen)
                        """)
                .with(until.minusDays(1), district, until)
                .run();
        // Of accounts on which nothing was booked, too: all stand as of the same day.
        Sql.on(
                        connection,
                        """
                        update ledger_opening
                           set through_date = ?
                         where paying_district = ? and through_date < ?
                        """)
                .with(until.minusDays(1), district, until.minusDays(1))
                .run();
        Sql.on(connection, "delete from posting where paying_district = ? and booking_date < ?")
                .with(district, until)
                .run();
        return Sql.on(
                        connection,
                        "delete from journal where paying_district = ? and booking_date < ?")
                .with(district, until)
                .run();
    }
}
