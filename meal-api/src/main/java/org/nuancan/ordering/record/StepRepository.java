package org.nuancan.ordering.record;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;
import org.nuancan.policy.fact.Slot;

/// Steps of orders, numbered from 1 in each order and only ever added.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StepRepository extends CrudRepository<StepEntity, StepEntity.Key> {

    @Query("select * from preorder_step where order_id = :orderId order by number")
    List<StepEntity> list(long orderId);

    @Query("select * from preorder_step where order_id in (:orderIds) order by order_id, number")
    List<StepEntity> listOf(Collection<Long> orderIds);

    boolean existsByIdOrderIdAndActionId(long orderId, String actionId);

    boolean existsByIdOrderIdAndKindAndOutcomeNotEquals(
            long orderId, StepKind kind, Step.Outcome outcome);

    /// The step by which an order failed.
    @Query(
            """
            select * from preorder_step
             where order_id = :orderId and kind = 'FAIL' and outcome = 'DONE'
             order by number desc
             limit 1
            """)
    Optional<StepEntity> findFailure(long orderId);

    /// The steps of the orders of a meal, in the order of recording.
    @Query(
            """
            select s.*
              from preorder o
              join preorder_step s on s.order_id = o.order_id
             where o.site_id = :siteId and o.service_date = :date and o.slot = :slot
               and s.outcome = 'DONE'
             order by s.recorded_at, s.order_id, s.number
            """)
    List<StepEntity> doneOfMeal(long siteId, LocalDate date, Slot slot);
}
