package org.nuancan.plan;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PauseRepository extends CrudRepository<PauseEntity, Long> {

    /// Days on which an elder's plan rests.
    @Introspected
    record OfElder(long elderId, LocalDate fromDate, @Nullable LocalDate toDate) {

        boolean holds(LocalDate day) {
            return !day.isBefore(fromDate) && (toDate == null || !day.isAfter(toDate));
        }
    }

    List<PauseEntity> findByPlanIdOrderByPauseId(long planId);

    /// Pauses of elders that include a day between two days, both included.
    @Query(
            """
            select p.elder_id, r.from_date, r.to_date
              from meal_plan p
              join meal_plan_pause r on r.plan_id = p.plan_id
             where p.elder_id in (:elderIds) and r.from_date <= :to
               and (r.to_date is null or r.to_date >= :from)
            """)
    List<OfElder> listOfElders(Collection<Long> elderIds, LocalDate from, LocalDate to);

    /// Ends every pause of a plan that includes `from` or later days, on the day before `from`.
    @Query(
            """
            update meal_plan_pause set to_date = :dayBefore
             where plan_id = :planId and (to_date is null or to_date >= :from)
            """)
    void end(long planId, LocalDate from, LocalDate dayBefore);
}
