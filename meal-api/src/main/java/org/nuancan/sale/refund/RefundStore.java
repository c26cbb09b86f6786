package org.nuancan.sale.refund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.review.RefundedLines;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.RequestedRefund;

/// Writes a refund, and updates the refunded amounts of its order.
@Singleton
final class RefundStore {

    void write(
            Connection connection,
            RequestedRefund request,
            OrderOnFile order,
            RefundedItems.Chosen chosen,
            RefundOutcome.Refunded done,
            RefundedLines.Effect lines)
            throws SQLException {
        insert(connection, request, chosen, done);
        items(connection, order, chosen);
        tenders(connection, order, done.tenders());
        grants(connection, order, done, lines, Refunds.isOver(order, chosen));
        updateOrder(connection, order, chosen);
    }

    private static void insert(
            Connection connection,
            RequestedRefund request,
            RefundedItems.Chosen chosen,
            RefundOutcome.Refunded done)
            throws SQLException {
        Batch.into(
                        "order_refund",
                        "refund_id",
                        "order_id",
                        "site_id",
                        "terminal",
                        "reason",
                        "bill_fen",
                        "other_fen",
                        "returned_fen",
                        "happened_at",
                        "booking_date")
                .row(
                        done.refundId(),
                        request.orderId(),
                        request.siteId(),
                        request.terminal(),
                        request.reason(),
                        chosen.amounts().bill().value(),
                        chosen.amounts().other().value(),
                        done.toElder().value(),
                        request.at(),
                        done.bookingDate().date())
                .write(connection);
        var lines = Batch.into("order_refund_item", "refund_id", "line", "quantity");
        chosen.quantities().forEach((line, quantity) -> lines.row(done.refundId(), line, quantity));
        lines.write(connection);
        var byType = new EnumMap<TenderType, Long>(TenderType.class);
        done.tenders().forEach(one -> byType.merge(one.type(), one.fen().value(), Long::sum));
        var tenders = Batch.into("order_refund_tender", "refund_id", "type", "fen");
        byType.forEach((type, fen) -> tenders.row(done.refundId(), type, fen));
        tenders.write(connection);
    }

    private static void items(Connection connection, OrderOnFile order, RefundedItems.Chosen chosen)
            throws SQLException {
        for (var entry : chosen.quantities().entrySet()) {
            Sql.on(
                            connection,
                            """
                            update order_item set refunded_quantity = refunded_quantity + ?
                            where order_id = ? and line = ?
                            """)
                    .with(entry.getValue(), order.orderId(), entry.getKey())
                    .run();
        }
    }

    private static void tenders(Connection connection, OrderOnFile order, List<Taken> back)
            throws SQLException {
        var open = new ArrayList<>(order.tenders());
        for (var taken : back) {
            var paid = open.stream().filter(one -> fits(one, taken)).findFirst().orElseThrow();
            open.remove(paid);
            Sql.on(
                            connection,
                            """
                            update order_tender set refunded_fen = refunded_fen + ?
                            where order_id = ? and line = ?
                            """)
                    .with(taken.fen().value(), order.orderId(), paid.line())
                    .run();
        }
    }

    /// Whether a tender fits. Refunds name the tenders in the order of the sale, so the first fit
    /// is used.
    private static boolean fits(OrderOnFile.Paid paid, Taken taken) {
        var left = paid.tender().fen().minus(paid.refunded());
        return paid.tender().type() == taken.type() && taken.fen().compareTo(left) <= 0;
    }

    private static void grants(
            Connection connection,
            OrderOnFile order,
            RefundOutcome.Refunded done,
            RefundedLines.Effect lines,
            boolean over)
            throws SQLException {
        for (var grant : done.grants()) {
            Sql.on(
                            connection,
                            """
                            update order_grant set refunded_fen = refunded_fen + ?
                            where order_id = ? and policy_code = ? and side = ?
                            """)
                    .with(RefundedLimits.fresh(grant, lines).value(), order.orderId())
                    .with(grant.code(), grant.side())
                    .run();
        }
        if (over) {
            Sql.on(connection, "update order_grant set counts = 0 where order_id = ?")
                    .with(order.orderId())
                    .run();
            Sql.on(connection, "update meal_order set counts = 0 where order_id = ?")
                    .with(order.orderId())
                    .run();
        }
    }

    private static void updateOrder(
            Connection connection, OrderOnFile order, RefundedItems.Chosen chosen)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update meal_order
                        set refunded_bill_fen = refunded_bill_fen + ?,
                            refunded_other_fen = refunded_other_fen + ?
                        where order_id = ?
                        """)
                .with(
                        chosen.amounts().bill().value(),
                        chosen.amounts().other().value(),
                        order.orderId())
                .run();
    }
}
