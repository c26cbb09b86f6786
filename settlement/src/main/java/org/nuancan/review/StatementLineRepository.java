package org.nuancan.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Journals of the lines of statements.
@JdbcRepository(dialect = Dialect.MYSQL)
interface StatementLineRepository extends GenericRepository<LineDecisionEntity, Long> {

    /// A meal on a statement.
    @Introspected
    record Meal(long journalId, long orderId, @Nullable Long siteId) {}

    /// The site of a journal that has one.
    @Introspected
    record SiteOf(long journalId, long siteId) {}

    /// The meal of a journal, if it counts for a provider on a booking day.
    @Query(
            """
            select j.journal_id, j.order_id, j.site_id
              from journal j
             where j.kind in ('MEAL', 'FAILED_MEAL')
               and exists (select 1 from posting p
                            where p.booking_date = :date and p.provider_id = :providerId
                              and p.journal_id = j.journal_id)
               and j.journal_id = :journalId
            """)
    Optional<Meal> ofJournal(LocalDate date, long providerId, long journalId);

    /// The meal of an order, if it counts for a provider on a booking day.
    @Query(
            """
            select j.journal_id, j.order_id, j.site_id
              from journal j
             where j.kind in ('MEAL', 'FAILED_MEAL')
               and exists (select 1 from posting p
                            where p.booking_date = :date and p.provider_id = :providerId
                              and p.journal_id = j.journal_id)
               and j.order_id = :orderId
            """)
    List<Meal> ofOrder(LocalDate date, long providerId, long orderId);

    /// The order of a journal that has one.
    @Query("select order_id from journal where journal_id = :journalId and order_id is not null")
    Optional<Long> orderOf(long journalId);

    @Query(
            """
            select journal_id, site_id from journal
             where journal_id in (:journalIds) and site_id is not null
            """)
    List<SiteOf> sites(Collection<Long> journalIds);
}
