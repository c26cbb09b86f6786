package org.nuancan.ledger.reading;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface JournalRepository extends GenericRepository<JournalEntity, Long> {

    @Query(
            """
            select journal_id, kind, order_id, site_id from journal
             where journal_id in (:journalIds)
            """)
    List<JournalEntity> list(Collection<Long> journalIds);

    /// The meal of a journal, if it is booked for a provider on a booking day.
    @Query(
            """
            select j.journal_id, j.kind, j.order_id, j.site_id
              from journal j
             where j.kind in ('MEAL', 'FAILED_MEAL')
               and exists (select 1 from posting p
                            where p.booking_date = :day and p.provider_id = :providerId
                              and p.journal_id = j.journal_id)
               and j.journal_id = :journalId
            """)
    List<JournalEntity> meal(LocalDate day, long providerId, long journalId);

    /// The meal of an order, if it is booked for a provider on a booking day.
    @Query(
            """
            select j.journal_id, j.kind, j.order_id, j.site_id
              from journal j
             where j.kind in ('MEAL', 'FAILED_MEAL')
               and exists (select 1 from posting p
                            where p.booking_date = :day and p.provider_id = :providerId
                              and p.journal_id = j.journal_id)
               and j.order_id = :orderId
            """)
    List<JournalEntity> mealOfOrder(LocalDate day, long providerId, long orderId);
}
