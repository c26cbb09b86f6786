package org.nuancan.close.parked;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// Days of providers whose statement could not be computed yet.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ParkedDayRepository extends CrudRepository<ParkedDayEntity, ParkedDayEntity.Key> {

    /// Adds a day, or counts one more try of it. Does nothing if its statement exists.
    @Query(
            """
            insert into parked_day (provider_id, day, cause, detail, tries, parked_at)
            select p.provider_id, p.day, :cause, :detail, 1, :at
              from (select :providerId as provider_id, cast(:day as date) as day) p
             where not exists (select 1 from statement s
                                where s.provider_id = p.provider_id
                                  and s.statement_date = p.day)
            on duplicate key update cause = values(cause), detail = values(detail),
                   tries = tries + 1
            """)
    void park(
            long providerId,
            LocalDate day,
            Parked.Cause cause,
            String detail,
            @UtcMicros Instant at);

    @Query("delete from parked_day where provider_id = :providerId and day = :day")
    void remove(long providerId, LocalDate day);

    /// All parked days, the oldest first.
    @Query("select * from parked_day order by day, provider_id")
    List<ParkedDayEntity> list();

    @Query("select * from parked_day order by day limit 1")
    Optional<ParkedDayEntity> first();

    @Query("select * from parked_day where day between :first and :last")
    List<ParkedDayEntity> between(LocalDate first, LocalDate last);

    @Query("select * from parked_day where day = :day order by provider_id")
    List<ParkedDayEntity> ofDay(LocalDate day);

    /// The provider's first parked day before a given day.
    @Query(
            """
            select * from parked_day
             where provider_id = :providerId and day < :day
             order by day
             limit 1
            """)
    Optional<ParkedDayEntity> before(long providerId, LocalDate day);

    /// Parked days after a given day and provider, in order of both.
    @Query(
            """
            select * from parked_day
             where (day > :day or day = :day and provider_id > :after)
               and (:provider is null or provider_id = :provider)
               and (:cause is null or cause = :cause)
               and (:first is null or day >= :first)
               and (:last is null or day <= :last)
             order by day, provider_id
             limit :most
            """)
    List<ParkedDayEntity> page(
            LocalDate day,
            long after,
            @Nullable Long provider,
            Parked.@Nullable Cause cause,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int most);

    /// Locks the parked days without an event; days that only wait for an earlier one are left out.
    @Query(
            """
            select * from parked_day
             where told_at is null and cause <> 'WAITS'
             order by day, provider_id
             limit :most
               for update
            """)
    List<ParkedDayEntity> lockUntold(int most);

    @Query(
            """
            update parked_day set told_at = :at
             where provider_id = :providerId and day = :day and told_at is null
            """)
    void keepTold(long providerId, LocalDate day, @UtcMicros Instant at);
}
