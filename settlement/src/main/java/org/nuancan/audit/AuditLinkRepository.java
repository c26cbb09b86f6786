package org.nuancan.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditLinkRepository extends CrudRepository<AuditLinkEntity, AuditLinkEntity.Key> {

    /// The links of a chain after one, in their order.
    @Query(
            """
            select * from audit_link
             where area = :area and sequence > :after
             order by sequence
             limit :most
            """)
    List<AuditLinkEntity> list(String area, long after, int most);

    @Query("select * from audit_link where entry_id in (:entryIds)")
    List<AuditLinkEntity> of(Collection<Long> entryIds);

    /// The links at the beginning of a chain before the first whose entry is of `since` or later;
    /// all of them, if there is no such entry.
    @Query(
            """
            select l.*
              from audit_link l
             where l.area = :area
               and l.sequence < coalesce(
                   (select min(k.sequence)
                      from audit_entry e
                      join audit_link k on k.entry_id = e.entry_id
                     where e.area = :area and e.acted_at >= :since),
                   (select h.sequence + 1 from audit_head h where h.area = :area))
             order by l.sequence
             limit :most
            """)
    List<AuditLinkEntity> before(String area, @UtcMicros Instant since, int most);

    @Query("delete from audit_link where area = :area and sequence <= :last")
    void deleteUpTo(String area, long last);
}
