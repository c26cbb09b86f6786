package org.nuancan.ledger.day;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BusinessDayRepository extends CrudRepository<BusinessDayEntity, LocalDate> {

    /// Adds an open day; an existing one is not changed.
    @Query(
            """
            insert into business_day (day, state) values (:day, 'OPEN')
            on duplicate key update day = business_day.day
            """)
    void add(LocalDate day);

    @Query("select * from business_day where day = :day for update")
    Optional<BusinessDayEntity> lock(LocalDate day);

    @Query(
            """
            update business_day set state = 'CLOSING', closing_at = :realTime
             where day = :day and state = 'OPEN'
            """)
    void startClosing(LocalDate day, @UtcMicros Instant realTime);

    /// @return 0 if the day is not closing
    @Query(
            """
            update business_day
               set state = 'CLOSED', is_complete = 1, closed_at = :at,
                   took_ms = greatest(0, timestampdiff(microsecond, closing_at, :realTime)
                                         div 1000),
                   orders = :orders, statements = :statements, content_hash = :contentHash
             where day = :day and state = 'CLOSING'
            """)
    int close(
            LocalDate day,
            long orders,
            long statements,
            String contentHash,
            @UtcMicros Instant at,
            @UtcMicros Instant realTime);

    @Query(
            """
            update business_day
               set orders = :orders, statements = :statements, content_hash = :contentHash
             where day = :day and state = 'CLOSED'
            """)
    void closeAgain(LocalDate day, long orders, long statements, String contentHash);

    @Query(
            """
            update business_day set is_complete = 1
             where day = :day and state = 'CLOSED' and is_complete = 0
            """)
    void markComplete(LocalDate day);

    /// The days on record in a range, both ends included, oldest first.
    @Query(
            """
            select * from business_day
             where day between :first and :last
             order by day
             limit :most
            """)
    List<BusinessDayEntity> list(LocalDate first, LocalDate last, int most);

    @Query("select * from business_day order by day limit 1")
    Optional<BusinessDayEntity> first();

    @Query("select * from business_day where state <> 'CLOSED' order by day limit 1")
    Optional<BusinessDayEntity> firstNotClosed();

    @Query(
            """
            select * from business_day
             where day between :first and :last and state <> 'CLOSED'
             order by day
            """)
    List<BusinessDayEntity> notClosed(LocalDate first, LocalDate last);

    /// Closed days that are not known to be complete.
    @Query("select * from business_day where state = 'CLOSED' and is_complete = 0 order by day")
    List<BusinessDayEntity> notKnownComplete();
}
