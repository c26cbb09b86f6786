package org.nuancan.sale.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.Side;
import org.nuancan.policy.fact.Slot;

/// Counts and sums orders, and finds their days; [OrderStore] writes them.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SalesRepository extends GenericRepository<SoldMealEntity, Long> {

    /// A day on which an elder ate at a site.
    @Introspected
    record Eaten(long elderId, LocalDate serviceDate, long siteId) {}

    /// The sales for one meal of a day.
    ///
    /// @param meals orders of which something is left
    @Introspected
    record Sold(Slot slot, long meals, long grossFen, long elderPaysFen) {}

    /// The amounts that elders got back of the sales for one meal of a day.
    @Introspected
    record Returned(Slot slot, long fen) {}

    /// The grants on the sales for one meal of a day.
    @Introspected
    record Granted(Slot slot, Side side, long fen) {}

    @Query(
            """
            select slot, cast(sum(counts) as signed) as meals,
                   cast(sum(gross_fen - refunded_bill_fen - refunded_other_fen) as signed)
                       as gross_fen,
                   cast(sum(elder_pays_fen) as signed) as elder_pays_fen
              from meal_order
             where site_id = :siteId and service_date = :date
             group by slot
            """)
    List<Sold> listSold(long siteId, LocalDate date);

    @Query(
            """
            select o.slot, cast(sum(r.returned_fen) as signed) as fen
              from meal_order o
              join order_refund r on r.order_id = o.order_id
             where o.site_id = :siteId and o.service_date = :date
             group by o.slot
            """)
    List<Returned> listReturned(long siteId, LocalDate date);

    @Query(
            """
            select o.slot, g.side, cast(sum(g.fen - g.refunded_fen) as signed) as fen
              from meal_order o
              join order_grant g on g.order_id = o.order_id
             where o.site_id = :siteId and o.service_date = :date
             group by o.slot, g.side
            """)
    List<Granted> listGranted(long siteId, LocalDate date);

    /// Meals of elders.
    ///
    /// @param dates every single date, since the index begins with the day
    @Query(
            """
            select distinct elder_id, service_date, site_id
              from meal_order
             where service_date in (:dates) and elder_id in (:elderIds)
            """)
    List<Eaten> listEaten(Collection<LocalDate> dates, Collection<Long> elderIds);

    /// An order of a site and day; empty if nothing was sold.
    @Query(
            """
            select order_id from meal_order
             where site_id = :siteId and service_date = :date
             limit 1
            """)
    Optional<Long> findAny(long siteId, LocalDate date);
}
