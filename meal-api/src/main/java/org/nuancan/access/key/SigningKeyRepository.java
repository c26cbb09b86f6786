package org.nuancan.access.key;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SigningKeyRepository extends CrudRepository<SigningKeyEntity, String> {

    /// Keys that were made after an instant, newest first.
    @Query("select * from signing_key where made_at > :after order by made_at desc, key_id")
    List<SigningKeyEntity> madeAfter(@UtcMicros Instant after);

    @Query("delete from signing_key where made_at < :before")
    void deleteMadeBefore(@UtcMicros Instant before);
}
