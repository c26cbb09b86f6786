package org.nuancan.sale.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.ledger.TenderType;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// Reads the orders of a day that statistics count.
@JdbcRepository(dialect = Dialect.MYSQL)
interface ServedMealRepository extends GenericRepository<SoldMealEntity, Long> {

    /// An order.
    @Introspected
    record Served(
            long orderId,
            @Nullable Long elderId,
            long siteId,
            Slot slot,
            Fulfilment fulfilment,
            long billFen) {}

    /// What was paid for an order with one kind of tender.
    @Introspected
    record Paid(long orderId, TenderType type, long fen) {}

    /// Orders of some sites and a day of which something is left. `counts` is not enough: a
    /// recovery sets it to 0, because it gives the limits back, but the meal was served.
    String SERVED =
            """
             where o.service_date = :date and o.site_id in (:siteIds)
               and (o.refunded_bill_fen < o.bill_fen
                    or (o.bill_fen = 0
                        and (o.counts = 1 or o.refunded_other_fen < o.gross_fen)))
            """;

    @Query(
            """
            select o.order_id, o.elder_id, o.site_id, o.slot, o.fulfilment,
                   o.bill_fen - o.refunded_bill_fen as bill_fen
              from meal_order o
            """
                    + SERVED)
    List<Served> list(LocalDate date, Collection<Long> siteIds);

    @Query(
            """
            select t.order_id, t.type, cast(sum(t.fen - t.refunded_fen) as signed) as fen
              from meal_order o
              join order_tender t on t.order_id = o.order_id
            """
                    + SERVED
                    + """
                     group by t.order_id, t.type
                    having sum(t.fen - t.refunded_fen) > 0
                    """)
    List<Paid> listPaid(LocalDate date, Collection<Long> siteIds);
}
