package org.nuancan.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditHeadRepository extends CrudRepository<AuditHeadEntity, String> {

    /// The ends of all chains, locked until the transaction ends.
    @Query("select * from audit_head order by area for update")
    List<AuditHeadEntity> lockAll();

    /// The end of a chain, locked until the transaction ends.
    @Query("select * from audit_head where area = :area for update")
    Optional<AuditHeadEntity> lock(String area);
}
