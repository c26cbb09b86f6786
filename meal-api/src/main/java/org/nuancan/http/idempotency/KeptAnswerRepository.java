package org.nuancan.http.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

/// Reads and removes answers; [KeptAnswers] writes them with the statements of their work.
@JdbcRepository(dialect = Dialect.MYSQL)
interface KeptAnswerRepository extends GenericRepository<KeptAnswerEntity, KeptAnswerEntity.Key> {

    Optional<KeptAnswerEntity> findById(KeptAnswerEntity.Key id);

    /// Removes the oldest answers that were stored before an instant.
    ///
    /// @return how many
    @Query(
            """
            delete from idempotency_key
             where kept_at < :before
             order by kept_at
             limit :most
            """)
    int removeBefore(@UtcMicros Instant before, int most);
}
