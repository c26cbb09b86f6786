package org.nuancan.till;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.order.Orders;
import org.nuancan.reconcile.Compared;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;
import org.nuancan.reconcile.Comparison;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Pair;

/// What tills say they took in the shifts that ended on a day, against the orders of those shifts:
/// by the shift that orders name, else by the time of the shift. Tills that report nothing are not
/// compared.
@Singleton
final class TillsAgainstOrders implements Comparison {

    private record Report(
            long reportId,
            String terminal,
            String shiftId,
            Instant from,
            Instant to,
            long count,
            Optional<Long> lastSequence,
            Fen gross) {}

    private record Sold(long count, Fen gross) {}

    private final Orders orders;

    TillsAgainstOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Pair pair() {
        return Pair.TILL_ORDERS;
    }

    @Override
    public Compared of(Connection connection, Wish wish) throws SQLException {
        var day = new BusinessDay(wish.date());
        var reports =
                Sql.on(
                                connection,
                                """
                                select r.report_id, r.terminal, r.shift_id, r.from_at, r.to_at,
                                       r.count, r.last_sequence, r.gross_fen
                                  from shift_report r
                                  join site s on s.site_id = r.site_id
                                 where r.to_at >= ? and r.to_at < ? and s.district_code = ?
                                 order by r.report_id
                                """)
                        .with(day.begins(), day.next().begins(), wish.district())
                        .list(row ->
                                new Report(
                                        row.number("report_id"),
                                        row.text("terminal"),
                                        row.text("shift_id"),
                                        row.instant("from_at"),
                                        row.instant("to_at"),
                                        row.number("count"),
                                        row.maybeNumber("last_sequence"),
                                        Fen.of(row.number("gross_fen"))));
        var differences = new ArrayList<Difference>();
        var left = Side.NONE;
        var right = Side.NONE;
        for (var report : reports) {
            var sold = sold(connection, report);
            left = new Side(left.count() + report.count(), left.sum().plus(report.gross()));
            right = new Side(right.count() + sold.count(), right.sum().plus(sold.gross()));
            if (!report.gross().equals(sold.gross())
                    || !tenders(connection, report).equals(taken(connection, report))) {
                differences.add(
                        difference(Kind.TILL_TOTAL_DIFFERS, report, report.gross(), sold.gross()));
            }
            var missing = missing(connection, report);
            if (missing > 0) {
                differences.add(
                        difference(Kind.SEQUENCE_GAP, report, report.gross(), sold.gross()));
            }
        }
        return new Compared(pair(), left, right, differences);
    }

    private static Difference difference(Kind kind, Report report, Fen left, Fen right) {
        return Difference.of(
                kind, Reference.Type.SHIFT_REPORT, Long.toString(report.reportId()), left, right);
    }

    private static final String OF_SHIFT =
            """
             where o.terminal = ?
               and (o.shift_id = ? or (o.shift_id is null and o.happened_at >= ?
                                       and o.happened_at < ?))
            """;

    /// Net of refunds, whenever they were given.
    private static Sold sold(Connection connection, Report report) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select count(*) as orders,
                               coalesce(sum(o.gross_fen - o.refunded_bill_fen
                                            - o.refunded_other_fen), 0) as gross
                          from meal_order o
                        """
                                + OF_SHIFT)
                .with(report.terminal(), report.shiftId(), report.from(), report.to())
                .one(row -> new Sold(row.number("orders"), Fen.of(row.number("gross"))));
    }

    private static Map<String, Fen> taken(Connection connection, Report report)
            throws SQLException {
        return byType(
                Sql.on(
                                connection,
                                """
                                select t.type, sum(t.fen - t.refunded_fen) as fen
                                  from meal_order o
                                  join order_tender t on t.order_id = o.order_id
                                """
                                        + OF_SHIFT
                                        + " group by t.type")
                        .with(report.terminal(), report.shiftId(), report.from(), report.to())
                        .list(row -> Map.entry(row.text("type"), Fen.of(row.number("fen")))));
    }

    private static Map<String, Fen> tenders(Connection connection, Report report)
            throws SQLException {
        return byType(
                Sql.on(connection, "select type, fen from shift_report_tender where report_id = ?")
                        .with(report.reportId())
                        .list(row -> Map.entry(row.text("type"), Fen.of(row.number("fen")))));
    }

    private static Map<String, Fen> byType(List<Map.Entry<String, Fen>> rows) {
        var byType = new TreeMap<String, Fen>();
        rows.stream()
                .filter(row -> !row.getValue().isZero())
                .forEach(row -> byType.put(row.getKey(), row.getValue()));
        return byType;
    }

    private long missing(Connection connection, Report report) throws SQLException {
        var came = new TreeSet<>(orders.sequences(connection, report.terminal(), report.shiftId()));
        if (came.isEmpty() || report.lastSequence().isEmpty()) {
            return 0;
        }
        var expected = report.lastSequence().get() - came.first() + 1;
        return expected - came.headSet(report.lastSequence().get(), true).size();
    }
}
