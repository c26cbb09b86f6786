package org.nuancan.till.shift;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// Totals of a till's shift by its orders and refunds. An order belongs to the shift that it names,
/// otherwise to the shift during which it was sold. A refund belongs to the shift during which it
/// was made; if two shifts overlap, to the later one.
@Singleton
final class ShiftBooks {

    /// A shift as its till describes it.
    ///
    /// @param lastSequence the last of the till's own count, or [ShiftNumbers#NONE]
    record Shift(
            String terminal,
            long siteId,
            String shiftId,
            Instant from,
            Instant to,
            long lastSequence) {}

    /// Number and gross of a shift's orders.
    ///
    /// @param count orders
    /// @param gross the gross of all orders less all refunds
    record Sold(long count, Fen gross) {}

    private static final String OF_SHIFT =
            """
             where o.terminal = ?
               and (o.shift_id = ? or (o.shift_id is null and o.happened_at >= ?
                                       and o.happened_at < ?))
            """;

    private static final String GIVEN_IN_SHIFT =
            """
             where f.terminal = ? and f.happened_at >= ? and f.happened_at < ?
               and not exists (select 1
                                 from shift_report later
                                where later.terminal = f.terminal and later.from_at > ?
                                  and later.from_at <= f.happened_at
                                  and later.to_at > f.happened_at)
            """;

    /// Counts the orders of a shift and sums their gross, less its refunds.
    Sold sold(Connection connection, Shift shift) throws SQLException {
        var sold =
                Sql.on(
                                connection,
                                """
                                select count(*) as orders, coalesce(sum(o.gross_fen), 0) as gross
                                  from meal_order o
                                """
                                        + OF_SHIFT)
                        .with(shift.terminal(), shift.shiftId(), shift.from(), shift.to())
                        .one(row -> new Sold(row.number("orders"), Fen.of(row.number("gross"))));
        var back =
                Sql.on(
                                connection,
                                """
                                select coalesce(sum(f.bill_fen + f.other_fen), 0) as fen
                                  from order_refund f
                                """
                                        + GIVEN_IN_SHIFT)
                        .with(shift.terminal(), shift.from(), shift.to(), shift.from())
                        .one(row -> Fen.of(row.number("fen")));
        return new Sold(sold.count(), sold.gross().minus(back));
    }

    /// The amount taken by each means of payment, less refunds by it; without zeros.
    Map<String, Fen> taken(Connection connection, Shift shift) throws SQLException {
        var taken = new TreeMap<String, Fen>();
        Sql.on(
                        connection,
                        """
                        select t.type, sum(t.fen) as fen
                          from meal_order o
                          join order_tender t on t.order_id = o.order_id
                        """
                                + OF_SHIFT
                                + " group by t.type")
                .with(shift.terminal(), shift.shiftId(), shift.from(), shift.to())
                .forEach(row -> taken.put(row.text("type"), Fen.of(row.number("fen"))));
        Sql.on(
                        connection,
                        """
                        select t.type, sum(t.fen) as fen
                          from order_refund f
                          join order_refund_tender t on t.refund_id = f.refund_id
                        """
                                + GIVEN_IN_SHIFT
                                + " group by t.type")
                .with(shift.terminal(), shift.from(), shift.to(), shift.from())
                .forEach(row ->
                        taken.merge(
                                row.text("type"), Fen.of(row.number("fen")).negated(), Fen::plus));
        taken.values().removeIf(Fen::isZero);
        return taken;
    }

    /// Reads a shift from its report.
    static Shift shift(Row row) throws SQLException {
        return new Shift(
                row.text("terminal"),
                row.number("site_id"),
                row.text("shift_id"),
                row.instant("from_at"),
                row.instant("to_at"),
                row.maybeNumber("last_sequence").orElse(ShiftNumbers.NONE));
    }
}
