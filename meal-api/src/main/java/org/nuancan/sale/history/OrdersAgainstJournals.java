package org.nuancan.sale.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Compared;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;
import org.nuancan.reconcile.Comparison;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Pair;

/// Compares sales and refunds with their journals: order by order, refund by refund.
@Singleton
final class OrdersAgainstJournals implements Comparison {

    /// How many days after the meal an offline till may upload its sale, at most.
    private static final int LATEST_DAYS = 60;

    private record Amount(String id, Fen fen) {}

    @Override
    public Pair pair() {
        return Pair.ORDERS_JOURNALS;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var differences = new ArrayList<Difference>();
        var sold = orders(connection, day);
        var bookedSales = booked(connection, day, "MEAL");
        compare(sold, bookedSales, Reference.Type.ORDER, differences);
        var returned = refunds(connection, day);
        var bookedRefunds = booked(connection, day, "REFUND");
        compare(returned, bookedRefunds, Reference.Type.REFUND, differences);
        return new Compared(
                pair(), side(sold, returned), side(bookedSales, bookedRefunds), differences);
    }

    private static Side side(Map<String, Fen> sold, Map<String, Fen> returned) {
        return new Side(
                (long) sold.size() + returned.size(),
                Fen.sum(sold.values()).plus(Fen.sum(returned.values())));
    }

    private static void compare(
            Map<String, Fen> ours,
            Map<String, Fen> booked,
            Reference.Type type,
            List<Difference> differences) {
        var ids = new TreeSet<>(ours.keySet());
        ids.addAll(booked.keySet());
        for (var id : ids) {
            var left = ours.get(id);
            var right = booked.get(id);
            if (right == null) {
                differences.add(Difference.of(Kind.ORDER_NOT_BOOKED, type, id, of(left), Fen.ZERO));
            } else if (left == null) {
                differences.add(
                        Difference.of(Kind.JOURNAL_WITHOUT_ORDER, type, id, Fen.ZERO, right));
            } else if (!left.equals(right)) {
                differences.add(Difference.of(Kind.ORDER_AMOUNT_DIFFERS, type, id, left, right));
            }
        }
    }

    private static Fen of(@org.jspecify.annotations.Nullable Fen fen) {
        return fen == null ? Fen.ZERO : fen;
    }

    private static Map<String, Fen> orders(Connection connection, DayOfDistrict day)
            throws SQLException {
        return amounts(
                Sql.on(
                                connection,
                                """
                                with recursive d (service_date) as (
                                    select cast(? as date)
                                     union all
                                    select service_date + interval 1 day
                                      from d where service_date < ?)
                                select o.order_id as id, o.gross_fen as fen
                                  from d
                                  join provider p
                                  join site s on s.provider_id = p.provider_id
                                  straight_join meal_order o
                                    on o.service_date = d.service_date and o.site_id = s.site_id
                                 where p.district_code = ? and o.booking_date = ?
                                """)
                        .with(day.date().minusDays(LATEST_DAYS), day.date())
                        .with(day.district(), day.date())
                        .list(OrdersAgainstJournals::read));
    }

    private static Map<String, Fen> refunds(Connection connection, DayOfDistrict day)
            throws SQLException {
        return amounts(
                Sql.on(
                                connection,
                                """
                                select r.refund_id as id, -(r.bill_fen + r.other_fen) as fen
                                  from provider p
                                  join site s on s.provider_id = p.provider_id
                                  join order_refund r
                                    on r.site_id = s.site_id and r.booking_date = ?
                                 where p.district_code = ?
                                """)
                        .with(day.date(), day.district())
                        .list(OrdersAgainstJournals::read));
    }

    /// The earnings in journals of a kind, without incentives.
    private static Map<String, Fen> booked(Connection connection, DayOfDistrict day, String kind)
            throws SQLException {
        return amounts(
                Sql.on(
                                connection,
                                """
                                select j.cause_id as id,
                                       -coalesce(sum(if(p.account_kind = 'earned'
                                                        and p.reason <> 'INCENTIVE', p.fen, 0)), 0)
                                           as fen
                                  from journal j
                                  left join posting p on p.journal_id = j.journal_id
                                 where j.booking_date = ? and j.kind = ? and j.paying_district = ?
                                 group by j.cause_id
                                """)
                        .with(day.date(), kind, day.district())
                        .list(OrdersAgainstJournals::read));
    }

    private static Amount read(Row row) throws SQLException {
        return new Amount(Long.toString(row.number("id")), Fen.of(row.number("fen")));
    }

    private static Map<String, Fen> amounts(List<Amount> rows) {
        var amounts = new TreeMap<String, Fen>();
        rows.forEach(row -> amounts.put(row.id(), row.fen()));
        return amounts;
    }
}
