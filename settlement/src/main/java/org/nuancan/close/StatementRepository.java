package org.nuancan.close;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StatementRepository extends CrudRepository<StatementEntity, Long> {

    /// The conditions of a list, each null for all.
    String LISTED =
            """
            select s.* from statement s
             where s.statement_id < :before
               and (:date is null or s.statement_date = :date)
               and (:provider is null or s.provider_id = :provider)
               and (:district is null or s.district_code = :district)
               and (:state is null or s.state = :state)
            """;

    /// The statements made last come first.
    @Query(LISTED + " order by s.statement_id desc limit :most")
    List<StatementEntity> list(
            long before,
            @Nullable LocalDate date,
            @Nullable Long provider,
            @Nullable String district,
            @Nullable StatementState state,
            int most);

    /// As [#list], those with lines of some sites.
    @Query(
            LISTED
                    + """
                     and exists (select 1 from statement_site x
                                  where x.statement_id = s.statement_id
                                    and x.site_id in (:sites))
                    """
                    + " order by s.statement_id desc limit :most")
    List<StatementEntity> listOfSites(
            long before,
            @Nullable LocalDate date,
            @Nullable Long provider,
            @Nullable String district,
            @Nullable StatementState state,
            Collection<Long> sites,
            int most);

    /// Locks statements in ascending order of their ids.
    @Query(
            """
            select * from statement
             where statement_id in (:statementIds)
             order by statement_id
               for update
            """)
    List<StatementEntity> lock(Collection<Long> statementIds);

    /// @return 0 if it is no longer in the state and version
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

    /// @param fen what is held more
    /// @return 0 if it is no longer in the state and version
    @Query(
            """
            update statement
               set held_fen = held_fen + :fen, version = version + 1
             where statement_id = :statementId and state = :state and version = :version
            """)
    int hold(long statementId, StatementState state, int version, long fen);

    /// What the statements of a day come to.
    @Introspected
    record OfDay(LocalDate day, long orders, long statements) {}

    /// The counts of a district's statements of some days, both included, by day.
    @Query(
            """
            select statement_date as day, sum(orders) as orders, count(*) as statements
              from statement
             where statement_date between :first and :last and district_code = :district
             group by statement_date
            """)
    List<OfDay> ofDays(LocalDate first, LocalDate last, String district);

    /// The ids of the statements of some days, both included, in order of day and provider.
    @Query(
            """
            select statement_id from statement
             where statement_date between :first and :last
             order by statement_date, provider_id
            """)
    List<Long> ids(LocalDate first, LocalDate last);
}
