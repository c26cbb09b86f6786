package org.nuancan.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditEntryRepository extends CrudRepository<AuditEntryEntity, Long> {

    /// An entry that is not on a chain.
    @Introspected
    record Unlinked(long entryId, String area) {}

    @Query("select * from audit_entry where entry_id in (:entryIds)")
    List<AuditEntryEntity> list(Collection<Long> entryIds);

    /// The oldest entries that wait for their links.
    @Query(
            """
            select e.*
              from audit_pending p
              join audit_entry e on e.entry_id = p.entry_id
             order by p.entry_id
             limit :most
            """)
    List<AuditEntryEntity> waiting(int most);

    /// The entries that neither are on a chain nor wait for it.
    @Query(
            """
            select e.entry_id, e.area
              from audit_entry e
              left join audit_link l on l.entry_id = e.entry_id
              left join audit_pending p on p.entry_id = e.entry_id
             where l.entry_id is null and p.entry_id is null
             order by e.entry_id
            """)
    List<Unlinked> unlinked();

    /// Entries with ids below `before`, the latest first. A null value does not filter.
    ///
    /// @param within a division
    @Query(
            """
            select e.*
              from audit_entry e
              left join audit_content c on c.entry_id = e.entry_id
             where e.entry_id < :before
               and (:within is null or c.division like concat(:within, '%'))
               and (:area is null or e.area = :area)
               and (:actor is null or e.acted_by = :actor)
               and (:subject is null or e.subject = :subject)
               and (:from is null or e.acted_at >= :from)
               and (:to is null or e.acted_at < :to)
             order by e.entry_id desc
             limit :most
            """)
    List<AuditEntryEntity> list(
            @Nullable String within,
            @Nullable String area,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable @UtcMicros Instant from,
            @Nullable @UtcMicros Instant to,
            long before,
            int most);

    @Query("select count(*) from audit_entry where area = :area and acted_at < :before")
    long countBefore(String area, @UtcMicros Instant before);

    @Query("delete from audit_entry where entry_id in (:entryIds)")
    int delete(Collection<Long> entryIds);
}
