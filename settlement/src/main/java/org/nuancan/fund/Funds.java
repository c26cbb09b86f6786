package org.nuancan.fund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// Adds up what payers set aside, granted, owe and have paid in a year.
///
/// A district sees of its own payers everything, of others what concerns its own books.
@Singleton
public final class Funds {

    private record ByDay(String payer, LocalDate day, Fen fen) {}

    private record Of(String payer, Fen fen) {}

    /// All payers of a year, in the order of their names.
    ///
    /// @param today the last day that counts
    /// @param district whose view it is; empty for the city's
    public List<FundYear> of(
            Connection connection, int year, LocalDate today, Optional<String> district)
            throws SQLException {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var claimed = claimed(connection, first, last, district);
        var booked = booked(connection, first, last, district);
        var budgets = budgets(connection, year, district);
        var paid = paid(connection, first, last, district);
        var payers = new TreeSet<String>();
        claimed.forEach(one -> payers.add(one.payer()));
        booked.forEach(one -> payers.add(one.payer()));
        budgets.forEach(one -> payers.add(one.payer()));
        paid.forEach(one -> payers.add(one.payer()));
        var until = today.isAfter(last) ? last : today;
        var years = new ArrayList<FundYear>();
        for (var payer : payers) {
            var course = new Course(days(payer, claimed, booked), until);
            var budget = fen(payer, budgets);
            years.add(
                    new FundYear(
                            payer,
                            budget,
                            course.total(),
                            Fen.sum(
                                    claimed.stream()
                                            .filter(one -> one.payer().equals(payer))
                                            .map(ByDay::fen)
                                            .toList()),
                            fen(payer, paid).orElse(Fen.ZERO),
                            course.forecast(last),
                            budget.map(fen -> course.warnings(fen, last)).orElse(List.of())));
        }
        return List.copyOf(years);
    }

    private static NavigableMap<LocalDate, Fen> days(
            String payer, List<ByDay> claimed, List<ByDay> booked) {
        var days = new TreeMap<LocalDate, Fen>();
        for (var some : List.of(claimed, booked)) {
            some.stream()
                    .filter(one -> one.payer().equals(payer))
                    .forEach(one -> days.merge(one.day(), one.fen(), Fen::plus));
        }
        return days;
    }

    private static Optional<Fen> fen(String payer, List<Of> some) {
        return some.stream().filter(one -> one.payer().equals(payer)).map(Of::fen).findFirst();
    }

    private static List<ByDay> claimed(
            Connection connection, LocalDate first, LocalDate last, Optional<String> district)
            throws SQLException {
        var own = district.orElse(null);
        return Sql.on(
                        connection,
                        """
                        select f.payer, s.statement_date as day, sum(f.fen) as fen
                          from statement s
                          join statement_fund f on f.statement_id = s.statement_id
                         where s.statement_date between ? and ?
                           and (? is null or s.district_code = ? or f.payer like concat(?, '%'))
                         group by f.payer, s.statement_date
                        """)
                .with(first, last, own, own, own)
                .list(row ->
                        new ByDay(row.text("payer"), row.date("day"), Fen.of(row.number("fen"))));
    }

    /// What is booked and stands on no statement yet: on days that are not closed, and for
    /// providers that are parked.
    private static List<ByDay> booked(
            Connection connection, LocalDate first, LocalDate last, Optional<String> district)
            throws SQLException {
        var own = district.orElse(null);
        return Sql.on(
                        connection,
                        """
                        select p.account_owner as payer, p.booking_date as day, sum(p.fen) as fen
                          from business_day d
                          join posting p on p.booking_date = d.day
                         where d.day between ? and ? and d.state <> 'CLOSED'
                           and p.provider_id > 0 and p.account_kind = 'claim'
                           and (? is null or p.paying_district = ?
                                or p.account_owner like concat(?, '%'))
                           and not exists (select 1 from statement s
                                            where s.provider_id = p.provider_id
                                              and s.statement_date = p.booking_date)
                         group by p.account_owner, p.booking_date
                         union all
                        select p.account_owner, p.booking_date, sum(p.fen)
                          from parked_day k
                          join business_day d on d.day = k.day and d.state = 'CLOSED'
                          join posting p
                            on p.booking_date = k.day and p.provider_id = k.provider_id
                         where k.day between ? and ? and p.account_kind = 'claim'
                           and (? is null or p.paying_district = ?
                                or p.account_owner like concat(?, '%'))
                         group by p.account_owner, p.booking_date
                        """)
                .with(first, last, own, own, own)
                .with(first, last, own, own, own)
                .list(row ->
                        new ByDay(row.text("payer"), row.date("day"), Fen.of(row.number("fen"))));
    }

    private static List<Of> budgets(Connection connection, int year, Optional<String> district)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select payer, fen
                          from fund_year
                         where year = ? and (? is null or payer like concat(?, '%'))
                        """)
                .with(year, district.orElse(null), district.orElse(null))
                .list(row -> new Of(row.text("payer"), Fen.of(row.number("fen"))));
    }

    private static List<Of> paid(
            Connection connection, LocalDate first, LocalDate last, Optional<String> district)
            throws SQLException {
        var own = district.orElse(null);
        return Sql.on(
                        connection,
                        """
                        select source, sum(fen) as fen
                          from money_receipt
                         where source_kind = 'PAYER' and received_on between ? and ?
                           and (? is null or district_code = ? or source like concat(?, '%'))
                         group by source
                        """)
                .with(first, last, own, own, own)
                .list(row -> new Of(row.text("source"), Fen.of(row.number("fen"))));
    }
}
