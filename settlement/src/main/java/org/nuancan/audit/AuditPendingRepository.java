package org.nuancan.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditPendingRepository extends GenericRepository<AuditPendingEntity, Long> {

    List<AuditPendingEntity> saveAll(Iterable<AuditPendingEntity> rows);

    @Query("delete from audit_pending where entry_id in (:entryIds)")
    void delete(Collection<Long> entryIds);
}
