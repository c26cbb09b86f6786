package org.nuancan.welfare;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AlertRepository extends CrudRepository<AlertEntity, Long> {

    /// Alerts, the latest first.
    ///
    /// @param area prefix of the divisions
    /// @param state null for all states
    @Query(
            """
            select *
              from welfare_alert
             where division like concat(:area, '%') and alert_id < :before
               and (:state is null or state = :state)
             order by alert_id desc
             limit :most
            """)
    List<AlertEntity> list(String area, long before, @Nullable AlertState state, int most);

    /// Alerts that are not closed.
    @Query(
            """
            select *
              from welfare_alert
             where division like concat(:area, '%') and is_open = 1
             order by division, alert_id
            """)
    List<AlertEntity> listOpen(String area);

    @Query("select * from welfare_alert where alert_id = :alertId for update")
    Optional<AlertEntity> lock(long alertId);

    /// The alert of a meal that was not taken, if no officer has taken the alert yet.
    @Query(
            """
            select *
              from welfare_alert
             where order_id = :orderId and kind = 'NO_ANSWER' and state = 'OPEN' and times = 1
               for update
            """)
    Optional<AlertEntity> lockUntaken(long orderId);

    /// Counts another occurrence if an alert of this kind is open.
    ///
    /// @return number of open alerts
    @Query(
            """
            update welfare_alert
               set times = times + 1, last_at = greatest(last_at, :at)
             where elder_id = :elderId and kind = :kind and is_open = 1
            """)
    int countAgain(long elderId, AlertKind kind, @UtcMicros Instant at);
}
