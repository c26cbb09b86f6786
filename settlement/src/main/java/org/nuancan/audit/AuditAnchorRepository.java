package org.nuancan.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditAnchorRepository extends CrudRepository<AuditAnchorEntity, String> {

    @Query(
            """
            insert into audit_anchor (area, sequence, hash) values (:area, :sequence, :hash)
            on duplicate key update sequence = values(sequence), hash = values(hash)
            """)
    void set(String area, long sequence, String hash);

    /// The beginning of an area's chain.
    default Anchor find(AuditLog.Area area) {
        return findById(area.name())
                .map(row -> new Anchor(row.sequence(), row.hash()))
                .orElse(new Anchor(0, Chain.BEGINNING));
    }
}
