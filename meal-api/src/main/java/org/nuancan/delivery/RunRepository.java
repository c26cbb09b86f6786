package org.nuancan.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RunRepository extends CrudRepository<RunEntity, Long> {

    /// As [#findById], with the row locked until the transaction ends.
    @Query("select * from delivery_run where run_id = :runId for update")
    Optional<RunEntity> lock(long runId);

    /// A rider's runs of some days, the earliest made first.
    @Query(
            """
            select * from delivery_run
             where rider = :rider and run_date between :from and :to
             order by run_date, run_id
            """)
    List<RunEntity> ofRider(String rider, LocalDate from, LocalDate to);

    /// All runs of a meal, the earliest made first.
    @Query(
            """
            select * from delivery_run
             where site_id = :siteId and run_date = :date and slot = :slot
             order by run_id
            """)
    List<RunEntity> ofMeal(long siteId, LocalDate date, Slot slot);

    /// The runs before one, the latest made first. A null parameter does not filter.
    ///
    /// @param area prefix of the site's division
    /// @param providerId the provider that delivers or cooks
    /// @param ownSiteId the only site that the caller may see
    @Query(
            """
            select * from delivery_run
             where run_id < :before
               and (:area is null or division like concat(:area, '%'))
               and (:providerId is null or provider_id = :providerId or kitchen_id = :providerId)
               and (:ownSiteId is null or site_id = :ownSiteId)
               and (:siteId is null or site_id = :siteId)
               and (:date is null or run_date = :date)
               and (:slot is null or slot = :slot)
             order by run_id desc
             limit :most
            """)
    List<RunEntity> list(
            @Nullable String area,
            @Nullable Long providerId,
            @Nullable Long ownSiteId,
            @Nullable Long siteId,
            @Nullable LocalDate date,
            @Nullable Slot slot,
            long before,
            int most);

    @Query("update delivery_run set version = version + 1 where run_id = :runId")
    void nextVersion(long runId);

    /// Gives a run, whose row is locked, to another rider.
    @Query("update delivery_run set rider = :rider, version = version + 1 where run_id = :runId")
    void reassign(long runId, String rider);

    /// Writes the progress of a run, whose row is locked.
    @Query(
            """
            update delivery_run
               set state = :state, departed_at = :departedAt, finished_at = :finishedAt,
                   version = version + 1
             where run_id = :runId
            """)
    void progress(
            long runId,
            RunState state,
            @Nullable @UtcMicros Instant departedAt,
            @Nullable @UtcMicros Instant finishedAt);
}
