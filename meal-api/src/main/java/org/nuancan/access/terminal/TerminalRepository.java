package org.nuancan.access.terminal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

/// Finds and changes terminals. Before a change the caller must lock the row of the terminal's
/// account.
@JdbcRepository(dialect = Dialect.MYSQL)
interface TerminalRepository extends CrudRepository<TerminalEntity, String> {

    List<TerminalEntity> findByTerminalIdIn(List<String> terminalIds);

    @Query(
            """
            update terminal set activation_hash = :hash, activation_until = :until
             where terminal_id = :terminalId
            """)
    void setActivationCode(String terminalId, String hash, @UtcMicros Instant until);

    /// @param signingKey sealed
    /// @param activeSince stored only by the first activation
    @Query(
            """
            update terminal
               set activation_hash = null, activation_until = null, activated_at = :activatedAt,
                   signing_key = :signingKey, active_since = coalesce(active_since, :activeSince)
             where terminal_id = :terminalId
            """)
    void activate(
            String terminalId,
            @UtcMicros Instant activatedAt,
            String signingKey,
            @UtcMicros Instant activeSince);
}
