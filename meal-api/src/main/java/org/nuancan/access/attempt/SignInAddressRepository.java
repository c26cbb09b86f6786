package org.nuancan.access.attempt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInAddressRepository
        extends CrudRepository<SignInAddressEntity, SignInAddressEntity.Key> {

    /// Adds an address, or updates the time of its last use.
    @Query(
            """
            insert into sign_in_address (name, address_hash, last_at)
            values (:name, :addressHash, :lastAt)
            on duplicate key update last_at = values(last_at)
            """)
    void set(String name, String addressHash, @UtcMicros Instant lastAt);

    @Query("delete from sign_in_address where last_at < :before order by last_at limit :most")
    void deleteBefore(@UtcMicros Instant before, int most);
}
