package org.nuancan.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PositionRepository extends CrudRepository<PositionEntity, PositionEntity.Key> {

    /// Adds a position unless there is one of that instant.
    @Query(
            """
            insert into delivery_position (run_id, at, latitude_micro, longitude_micro)
            values (:runId, :at, :latitude, :longitude)
            on duplicate key update run_id = run_id
            """)
    void add(long runId, @UtcMicros Instant at, int latitude, int longitude);

    /// The latest first.
    @Query("select * from delivery_position where run_id = :runId order by at desc limit :most")
    List<PositionEntity> list(long runId, int most);

    @Query("select count(*) from delivery_position where at < :before")
    long countBefore(@UtcMicros Instant before);

    @Query("delete from delivery_position where at < :before limit :most")
    int removeBefore(@UtcMicros Instant before, int most);
}
