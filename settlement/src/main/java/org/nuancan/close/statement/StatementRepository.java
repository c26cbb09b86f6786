package org.nuancan.close.statement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// Statements of providers. A step changes nothing if the statement is no longer in the state and
/// version that the step names.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementRepository extends CrudRepository<StatementEntity, Long> {

    /// The conditions of a list; a null value does not filter.
    String LISTED =
            """
            select s.* from statement s
             where s.statement_id < :before
               and (:date is null or s.statement_date = :date)
               and (:provider is null or s.provider_id = :provider)
               and (:district is null or s.district_code = :district)
               and (:state is null or s.state = :state)
            """;

    /// The condition for statements with lines of some sites.
    String OF_SITES =
            """
               and exists (select 1 from statement_site x
                            where x.statement_id = s.statement_id and x.site_id in (:sites))
            """;

    /// Statements in descending order of their ids.
    @Query(LISTED + " order by s.statement_id desc limit :most")
    List<StatementEntity> list(
            long before,
            @Nullable LocalDate date,
            @Nullable Long provider,
            @Nullable String district,
            @Nullable StatementState state,
            int most);

    /// Like [#list], limited to statements with lines of some sites.
    @Query(LISTED + OF_SITES + " order by s.statement_id desc limit :most")
    List<StatementEntity> listOfSites(
            long before,
            @Nullable LocalDate date,
            @Nullable Long provider,
            @Nullable String district,
            @Nullable StatementState state,
            Collection<Long> sites,
            int most);

    Optional<StatementEntity> findByProviderIdAndStatementDate(
            long providerId, LocalDate statementDate);

    /// Locks statements in ascending order of their ids.
    @Query(
            """
            select * from statement
             where statement_id in (:statementIds)
             order by statement_id
               for update
            """)
    List<StatementEntity> lock(Collection<Long> statementIds);

    /// @return 0 if the statement is not in the given state and version
    @Query(
            """
            update statement
               set state = :next, version = version + 1, state_since = :at
             where statement_id = :statementId and state = :state and version = :version
            """)
    int move(
            long statementId,
            StatementState state,
            int version,
            StatementState next,
            @UtcMicros Instant at);

    /// @param fen amount that is held in addition
    /// @return 0 if the statement is not in the given state and version
    @Query(
            """
            update statement
               set held_fen = held_fen + :fen, version = version + 1
             where statement_id = :statementId and state = :state and version = :version
            """)
    int hold(long statementId, StatementState state, int version, long fen);

    @Query(
            """
            select * from statement
             where district_code = :district
             order by statement_date
             limit 1
            """)
    Optional<StatementEntity> firstOf(String district);

    /// Number of the given providers that have a statement of a day or are parked on it.
    @Query(
            """
            select (select count(*) from statement s
                     where s.statement_date = :day and s.provider_id in (:providerIds))
                   + (select count(*) from parked_day k
                       where k.day = :day and k.provider_id in (:providerIds)
                         and not exists (select 1 from statement t
                                          where t.provider_id = k.provider_id
                                            and t.statement_date = k.day)) as settled
            """)
    long settled(LocalDate day, Collection<Long> providerIds);

    @Query("select provider_id from statement where statement_date = :day")
    List<Long> providersOn(LocalDate day);

    @Query(
            """
            select statement_id
              from statement
             where district_code = :district
               and state not in ('PAID', 'IN_PAYMENT')
               and ((state in ('APPROVED', 'PAYMENT_FAILED') and statement_date <= :through)
                    or payable_fen < 0)
            """)
    List<Long> payable(String district, LocalDate through);

    @Query(
            """
            select statement_id
              from statement
             where provider_id = :providerId and payable_fen < held_fen
               and state not in ('PAID', 'IN_PAYMENT')
            """)
    List<Long> owedBy(long providerId);

    /// Totals of the statements of a day.
    @Introspected
    record OfDay(LocalDate day, long orders, long statements) {}

    /// The counts of a district's statements of some days, both ends included, by day.
    @Query(
            """
            select statement_date as day, sum(orders) as orders, count(*) as statements
              from statement
             where statement_date between :first and :last and district_code = :district
             group by statement_date
            """)
    List<OfDay> ofDays(LocalDate first, LocalDate last, String district);

    /// The ids of the statements of some days, both ends included, in order of day and provider.
    @Query(
            """
            select statement_id from statement
             where statement_date between :first and :last
             order by statement_date, provider_id
            """)
    List<Long> ids(LocalDate first, LocalDate last);
}
