package org.nuancan.webhook;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HookRepository extends CrudRepository<HookEntity, Long> {

    long countByScopeAndDeletedAtIsNull(String scope);

    List<HookEntity> findByDeletedAtIsNullOrderByWebhookId();

    /// The addresses of a scope, in the order of creation.
    @Query(
            """
            select *
              from webhook
             where deleted_at is null and scope = :scope and webhook_id > :after
             order by webhook_id
             limit :most
            """)
    List<HookEntity> list(String scope, long after, int most);

    Optional<HookEntity> findByWebhookIdAndScopeAndDeletedAtIsNull(long webhookId, String scope);

    @Query(
            """
            update webhook set deleted_at = :now, deleted_by = :by where webhook_id = :webhookId
            """)
    void delete(long webhookId, String by, @UtcMicros Instant now);
}
