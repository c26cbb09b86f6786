package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;

/// Compares each provider's day in the books with its statement.
@Singleton
final class JournalsAgainstStatements implements Comparison {

    private record Day(long journals, Fen payable, String record) {}

    private static final Day NOTHING = new Day(0, Fen.ZERO, "");

    @Override
    public Pair pair() {
        return Pair.JOURNALS_STATEMENTS;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var booked = new TreeMap<Long, Day>();
        Sql.on(
                        connection,
                        """
                        select p.provider_id, count(distinct p.journal_id) as journals,
                               -sum(if(p.account_kind in ('earned', 'till', 'discount', 'adjust'),
                                       p.fen, 0)) as payable
                          from posting p
                         where p.booking_date = ? and p.provider_id > 0 and p.paying_district = ?
                         group by p.provider_id
                        """)
                .with(day.date(), day.district())
                .forEach(row ->
                        booked.put(
                                row.number("provider_id"),
                                new Day(
                                        row.number("journals"),
                                        Fen.of(row.number("payable")),
                                        "")));
        var stated = new TreeMap<Long, Day>();
        Sql.on(
                        connection,
                        """
                        select provider_id, statement_id, line_count, payable_fen
                          from statement
                         where statement_date = ? and district_code = ?
                        """)
                .with(day.date(), day.district())
                .forEach(row ->
                        stated.put(
                                row.number("provider_id"),
                                new Day(
                                        row.number("line_count"),
                                        Fen.of(row.number("payable_fen")),
                                        Long.toString(row.number("statement_id")))));
        return compared(booked, stated);
    }

    private Compared compared(Map<Long, Day> booked, Map<Long, Day> stated) {
        var differences = new ArrayList<Difference>();
        var providers = new TreeSet<>(booked.keySet());
        providers.addAll(stated.keySet());
        for (var provider : providers) {
            var left = booked.getOrDefault(provider, NOTHING);
            var right = stated.getOrDefault(provider, NOTHING);
            if (right.record().isEmpty()) {
                differences.add(
                        Difference.of(
                                Kind.NO_STATEMENT,
                                Reference.Type.PROVIDER,
                                Long.toString(provider),
                                left.payable(),
                                Fen.ZERO));
            } else if (left.journals() != right.journals()
                    || !left.payable().equals(right.payable())) {
                differences.add(
                        Difference.of(
                                Kind.STATEMENT_DIFFERS,
                                Reference.Type.STATEMENT,
                                right.record(),
                                left.payable(),
                                right.payable()));
            }
        }
        return new Compared(pair(), side(booked), side(stated), differences);
    }

    private static Side side(Map<Long, Day> days) {
        return new Side(
                days.values().stream().mapToLong(Day::journals).sum(),
                Fen.sum(days.values().stream().map(Day::payable).toList()));
    }
}
