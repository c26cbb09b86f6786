package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.Sql;
import org.nuancan.preorder.FailureEvidence.Others;

/// Collects the evidence about a meal that failed.
@Singleton
final class EvidenceRows {

    private final CookedPortions cooked;
    private final Clock clock;

    EvidenceRows(CookedPortions cooked, Clock clock) {
        this.cooked = cooked;
        this.clock = clock;
    }

    /// The evidence about an order, whose row is locked. A batch counts if it was reported before
    /// the failure was.
    FailureEvidence of(Connection connection, Preorder order) throws SQLException {
        return new FailureEvidence(
                cooked.of(order.meal(), failedAt(connection, order.orderId())),
                others(connection, order),
                hasLeft(connection, order.orderId()),
                isConfirmed(connection, order.orderId()));
    }

    /// When the failure was recorded; now if that is about to be done.
    private Instant failedAt(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select recorded_at from preorder_step
                         where order_id = ? and kind = 'FAIL' and outcome = 'DONE'
                         order by number desc
                         limit 1
                        """)
                .with(orderId)
                .first(row -> row.instant("recorded_at"))
                .orElseGet(clock::instant);
    }

    private static Map<String, Others> others(Connection connection, Preorder order)
            throws SQLException {
        var others = new HashMap<String, Others>();
        Sql.on(
                        connection,
                        """
                        select i.sku,
                               cast(sum(case when o.state = 'FAILED' then 0 else i.quantity end)
                                   as signed) as gone,
                               cast(sum(case when o.state = 'FAILED' then i.quantity else 0 end)
                                   as signed) as failed
                          from preorder o
                          join preorder_item i on i.order_id = o.order_id
                         where o.site_id = ? and o.service_date = ? and o.slot = ?
                           and o.order_id <> ? and i.fee = 0
                           and (o.state in ('OUT', 'DELIVERED', 'COLLECTED')
                               or (o.state = 'FAILED' and o.cooked = 1))
                         group by i.sku
                        """)
                .with(order.meal().siteId(), order.meal().date(), order.meal().slot())
                .with(order.orderId())
                .forEach(row ->
                        others.put(
                                row.text("sku"),
                                new Others(
                                        Math.toIntExact(row.number("gone")),
                                        Math.toIntExact(row.number("failed")))));
        return others;
    }

    /// Only a rider's departure takes this step.
    private static boolean hasLeft(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select number from preorder_step
                         where order_id = ? and kind = 'OUT' and outcome <> 'REFUSED'
                        """)
                .with(orderId)
                .exists();
    }

    private static boolean isConfirmed(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select order_id from preorder
                         where order_id = ? and failure_confirmed_by is not null
                        """)
                .with(orderId)
                .exists();
    }

    /// Keeps who confirmed a failure, the first time only.
    ///
    /// @return whether it was the first time
    boolean confirm(Connection connection, long orderId, String by) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update preorder
                                   set failure_confirmed_by = ?, failure_confirmed_at = ?
                                 where order_id = ? and failure_confirmed_by is null
                                """)
                        .with(by, clock.instant(), orderId)
                        .run()
                == 1;
    }
}
