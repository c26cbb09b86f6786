package org.nuancan.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EarlierRiderRepository
        extends CrudRepository<EarlierRiderEntity, EarlierRiderEntity.Key> {

    /// How often a rider gave a run away at an instant or later.
    @Query(
            """
            select count(*)
              from delivery_earlier_rider
             where run_id = :runId and rider = :rider and until_at >= :at
            """)
    long countSince(long runId, String rider, @UtcMicros Instant at);
}
