package org.nuancan.welfare;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;

/// Repository of daily searches. Each operation runs in its own transaction.
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoundRepository extends CrudRepository<RoundEntity, LocalDate> {

    @Override
    @ReadOnly
    boolean existsById(LocalDate date);

    /// Adds the search of a day, or adds another node's results to it.
    @Transactional
    @Query(
            """
            insert into welfare_round (round_date, looked_at, raised, skipped)
            values (:date, :lookedAt, :raised, :skipped)
            on duplicate key update raised = raised + values(raised),
                skipped = values(skipped)
            """)
    void add(LocalDate date, @UtcMicros Instant lookedAt, int raised, int skipped);
}
