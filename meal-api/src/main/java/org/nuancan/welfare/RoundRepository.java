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

/// Each of its operations is a transaction of its own.
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoundRepository extends CrudRepository<RoundEntity, LocalDate> {

    @Override
    @ReadOnly
    boolean existsById(LocalDate date);

    /// Adds the round of a day, or what another node raised on it.
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
