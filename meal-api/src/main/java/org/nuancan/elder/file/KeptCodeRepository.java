package org.nuancan.elder.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// Codes that a terminal has verified, and until when it may use them.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface KeptCodeRepository extends CrudRepository<KeptCodeEntity, KeptCodeEntity.Key> {

    /// Keeps a code for a terminal until an instant, also if it is kept already.
    @Query(
            """
            insert into elder_code_kept (code_id, terminal, kept_until)
            values (:codeId, :terminal, :until)
            on duplicate key update kept_until = values(kept_until)
            """)
    void put(long codeId, String terminal, @UtcMicros Instant until);
}
