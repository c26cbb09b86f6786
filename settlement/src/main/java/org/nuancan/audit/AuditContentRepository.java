package org.nuancan.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditContentRepository extends GenericRepository<AuditContentEntity, Long> {

    List<AuditContentEntity> saveAll(Iterable<AuditContentEntity> rows);

    @Query("select * from audit_content where entry_id in (:entryIds)")
    List<AuditContentEntity> list(Collection<Long> entryIds);
}
