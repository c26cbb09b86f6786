package org.nuancan.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanRepository extends CrudRepository<PlanEntity, Long> {

    @Query("select * from meal_plan where plan_id = :planId for update")
    Optional<PlanEntity> lock(long planId);

    List<PlanEntity> findByElderIdOrderByPlanId(long elderId);

    /// The ids of plans that run between two dates, in ascending order.
    @Query(
            """
            select plan_id
              from meal_plan
             where plan_id > :after and from_date <= :to
               and (to_date is null or to_date >= :from)
             order by plan_id
             limit :most
            """)
    List<Long> listRunning(LocalDate from, LocalDate to, long after, int most);

    @Query("update meal_plan set to_date = :lastDay where plan_id = :planId")
    void end(long planId, LocalDate lastDay);
}
