package org.nuancan.ledger.balance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.ledger.reading.JournalEntity;

/// Deletes journals and postings whose retention period has ended.
@JdbcRepository(dialect = Dialect.MYSQL)
interface OldJournalRepository extends GenericRepository<JournalEntity, Long> {

    @Query("select count(*) from journal where booking_date < :before")
    long countBefore(LocalDate before);

    @Query(
            """
            select distinct paying_district
              from journal
             where booking_date < :before
             order by paying_district
            """)
    List<String> districtsBefore(LocalDate before);

    @Query("delete from posting where paying_district = :district and booking_date < :until")
    void removePostings(String district, LocalDate until);

    /// @return number of deleted journals
    @Query("delete from journal where paying_district = :district and booking_date < :until")
    int removeJournals(String district, LocalDate until);
}
