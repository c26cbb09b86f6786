package org.nuancan.ordering.record;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.nuancan.policy.fact.Slot;

/// Items of orders for days to come.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface PreorderItemRepository
        extends CrudRepository<PreorderItemEntity, PreorderItemEntity.Key> {

    /// Portions of a dish that other orders of a meal took.
    ///
    /// @param gone portions on the way or handed over
    /// @param failed portions that were cooked and failed
    @Introspected
    record Portions(String sku, int gone, int failed) {}

    @Query(
            """
            select *
              from preorder_item
             where order_id in (:orderIds)
             order by order_id, line
            """)
    List<PreorderItemEntity> list(Collection<Long> orderIds);

    /// The portions that the other orders of a meal took, by dish.
    @Query(
            """
            select i.sku,
                   cast(sum(case when o.state = 'FAILED' then 0 else i.quantity end)
                       as signed) as gone,
                   cast(sum(case when o.state = 'FAILED' then i.quantity else 0 end)
                       as signed) as failed
              from preorder o
              join preorder_item i on i.order_id = o.order_id
             where o.site_id = :siteId and o.service_date = :date and o.slot = :slot
               and o.order_id <> :orderId and i.fee = 0
               and (o.state in ('OUT', 'DELIVERED', 'COLLECTED')
                   or (o.state = 'FAILED' and o.cooked = 1))
             group by i.sku
            """)
    List<Portions> listOfOthers(long siteId, LocalDate date, Slot slot, long orderId);
}
