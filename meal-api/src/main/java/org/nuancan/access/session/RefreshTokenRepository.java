package org.nuancan.access.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RefreshTokenRepository extends CrudRepository<RefreshTokenEntity, String> {

    @Query(
            """
            update refresh_token set used_at = :usedAt, successor = :successor
             where token_hash = :tokenHash
            """)
    void use(String tokenHash, @UtcMicros Instant usedAt, String successor);

    /// Removes the successors of tokens that were used between two instants.
    @Query(
            """
            update refresh_token set successor = null
             where used_at between :from and :to and successor is not null
            """)
    void removeSuccessors(@UtcMicros Instant from, @UtcMicros Instant to);
}
