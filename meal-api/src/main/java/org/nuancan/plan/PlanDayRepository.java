package org.nuancan.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanDayRepository extends CrudRepository<PlanDayEntity, PlanDayEntity.Key> {

    /// Adds an open day unless it exists already.
    @Query(
            """
            insert into meal_plan_day (plan_id, service_date, outcome, told_at)
            values (:planId, :date, 'OPEN', :now)
            on duplicate key update plan_id = meal_plan_day.plan_id
            """)
    void addOpen(long planId, LocalDate date, @UtcMicros Instant now);

    @Query(
            """
            select *
              from meal_plan_day
             where plan_id = :planId and service_date = :date
               for update
            """)
    Optional<PlanDayEntity> lock(long planId, LocalDate date);

    /// The days of plans of an area that could not be ordered, the earliest first.
    ///
    /// @param area `like` pattern for the division of household or residence
    /// @param after id of a plan: on the first date, plans up to and including it are left out; 0
    ///   for none
    @Query(
            """
            select d.*
              from meal_plan_day d
              join meal_plan p on p.plan_id = d.plan_id
             where d.outcome = 'NOT_PLACED' and d.service_date >= :from
               and (d.service_date > :from or d.plan_id > :after)
               and (p.household_division like :area or p.residence_division like :area)
             order by d.service_date, d.plan_id
             limit :most
            """)
    List<PlanDayEntity> listNotPlaced(String area, LocalDate from, long after, int most);

    List<PlanDayEntity> findByIdPlanIdAndIdServiceDateGreaterThanEqualsOrderByIdServiceDate(
            long planId, LocalDate from);
}
