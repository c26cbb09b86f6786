package org.nuancan.delivery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StopRepository extends CrudRepository<StopEntity, Long> {

    /// The rider of an order.
    @Introspected
    record Carried(long orderId, String rider) {}

    /// The stops of runs, in the order of delivery.
    @Query(
            """
            select * from delivery_stop
             where run_id in (:runIds)
             order by run_id, position
            """)
    List<StopEntity> list(Collection<Long> runIds);

    List<StopEntity> findByOrderIdIn(Collection<Long> orderIds);

    @Query(
            """
            select s.order_id, r.rider
              from delivery_stop s
              join delivery_run r on r.run_id = s.run_id
             where s.order_id in (:orderIds)
            """)
    List<Carried> riders(Collection<Long> orderIds);

    void deleteByRunId(long runId);
}
