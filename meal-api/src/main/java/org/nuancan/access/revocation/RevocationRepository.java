package org.nuancan.access.revocation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

/// Revocations of tokens, one row for each subject.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RevocationRepository extends GenericRepository<RevocationEntity, String> {

    /// Revocations that end after an instant.
    @Query("select * from revocation where ends_at > :at")
    List<RevocationEntity> inForce(@UtcMicros Instant at);

    /// Adds a revocation, or replaces the earlier one of the same subject.
    @Query(
            """
            insert into revocation (subject, epoch, ends_at)
            values (:subject, :epoch, :endsAt)
            on duplicate key update epoch = values(epoch), ends_at = values(ends_at)
            """)
    void set(String subject, int epoch, @UtcMicros Instant endsAt);

    @Query("delete from revocation where ends_at < :before")
    void deleteEnded(@UtcMicros Instant before);
}
