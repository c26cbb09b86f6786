package org.nuancan.elder.file;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;

/// One-time codes of elders, with the checkout that used each.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderCodeRepository extends CrudRepository<ElderCodeEntity, Long> {

    /// Whether a code is neither used nor expired at an instant.
    boolean existsByCodeIdAndExpiresAtGreaterThanAndOrderIdIsNull(long codeId, Instant at);

    boolean existsByCodeIdAndProxy(long codeId, boolean proxy);
}
