package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CookedBatchRepository extends CrudRepository<CookedBatchEntity, Long> {

    /// The batches cooked for a meal, in order of cooking time.
    @Query(
            """
            select *
              from kitchen_batch
             where site_id = :siteId and service_date = :date and slot = :slot
             order by cooked_at, batch_id
            """)
    List<CookedBatchEntity> list(long siteId, LocalDate date, Slot slot);

    /// Batches of a meal that were reported until an instant.
    @Query(
            """
            select *
              from kitchen_batch
             where site_id = :siteId and service_date = :date and slot = :slot
               and reported_at <= :until
             order by batch_id
            """)
    List<CookedBatchEntity> listReported(
            long siteId, LocalDate date, Slot slot, @UtcMicros Instant until);

    /// The batches that a site cooked from a day on.
    @Query(
            """
            select *
              from kitchen_batch
             where site_id = :siteId and service_date >= :from
             order by cooked_at, batch_id
            """)
    List<CookedBatchEntity> listSince(long siteId, LocalDate from);

    /// @return 0 if the batch has fewer portions left
    @Query(
            """
            update kitchen_batch
               set discarded = discarded + :thrown
             where batch_id = :batchId and discarded + :thrown <= portions
            """)
    int discard(long batchId, int thrown);
}
