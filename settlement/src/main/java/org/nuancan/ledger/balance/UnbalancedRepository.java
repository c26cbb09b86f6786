package org.nuancan.ledger.balance;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/// Journals that do not sum to zero.
@JdbcRepository(dialect = Dialect.MYSQL)
interface UnbalancedRepository
        extends GenericRepository<LedgerOpeningEntity, LedgerOpeningEntity.Key> {

    /// A journal and the sum of its postings.
    @Introspected
    record Unbalanced(long journalId, String kind, LocalDate bookingDate, long fen) {}

    @Query("select count(*) from journal where booking_date between :first and :last")
    long count(LocalDate first, LocalDate last);

    @Query(
            """
            select j.journal_id, j.kind, j.booking_date, coalesce(sum(p.fen), 0) as fen
              from journal j
              left join posting p on p.journal_id = j.journal_id
             where j.booking_date between :first and :last
             group by j.journal_id, j.kind, j.booking_date
            having coalesce(sum(p.fen), 0) <> 0
             order by j.booking_date, j.journal_id
             limit :most
            """)
    List<Unbalanced> list(LocalDate first, LocalDate last, int most);
}
