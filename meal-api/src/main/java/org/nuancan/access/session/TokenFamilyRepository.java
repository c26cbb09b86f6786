package org.nuancan.access.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TokenFamilyRepository extends CrudRepository<TokenFamilyEntity, Long> {

    /// The sign-in that a refresh token belongs to.
    @Query(
            """
            select f.*
              from refresh_token t
              join token_family f on f.family_id = t.family_id
             where t.token_hash = :tokenHash
            """)
    Optional<TokenFamilyEntity> findByToken(String tokenHash);

    /// As [#findByToken], with the rows of token and sign-in locked until the transaction ends.
    @Query(
            """
            select f.*
              from refresh_token t
              join token_family f on f.family_id = t.family_id
             where t.token_hash = :tokenHash
               for update
            """)
    Optional<TokenFamilyEntity> lockByToken(String tokenHash);

    @Query("update token_family set ended_at = :endedAt where family_id = :familyId")
    void end(long familyId, @UtcMicros Instant endedAt);

    @Query("delete from token_family where ends_at < :before order by ends_at limit :most")
    void deleteEnded(@UtcMicros Instant before, int most);
}
