package org.nuancan.delivery.position;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PositionRepository extends CrudRepository<PositionEntity, PositionEntity.Key> {

    /// Adds a position; if there is already one at the same instant, the first is kept.
    @Query(
            """
            insert into delivery_position (run_id, at, latitude_micro, longitude_micro)
            values (:runId, :at, :latitudeMicro, :longitudeMicro)
            on duplicate key update run_id = run_id
            """)
    void add(long runId, @UtcMicros Instant at, int latitudeMicro, int longitudeMicro);

    /// The positions of a run, the latest first.
    @Query(
            """
            select * from delivery_position
             where run_id = :runId
             order by at desc
             limit :most
            """)
    List<PositionEntity> list(long runId, int most);

    @Query("select count(*) from delivery_position where at < :before")
    long countBefore(@UtcMicros Instant before);

    /// @return number of deleted rows
    @Query("delete from delivery_position where at < :before limit :most")
    int deleteBefore(@UtcMicros Instant before, int most);
}
