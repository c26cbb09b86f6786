package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HoldRepository extends CrudRepository<HoldEntity, HoldEntity.Key> {

    @Query(
            """
            select *
              from kitchen_hold
             where batch_id in (:batchIds)
             order by batch_id, measured_at
            """)
    List<HoldEntity> list(List<Long> batchIds);

    /// Adds a reading; a second reading at the same instant is ignored.
    @Query(
            """
            insert into kitchen_hold (batch_id, measured_at, decicelsius, reported_by)
            values (:batchId, :at, :measured, :by)
            on duplicate key update decicelsius = least(decicelsius, values(decicelsius))
            """)
    void add(long batchId, @UtcMicros Instant at, int measured, String by);
}
