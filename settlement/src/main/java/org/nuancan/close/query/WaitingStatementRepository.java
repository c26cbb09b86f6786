package org.nuancan.close.query;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.statement.StatementEntity;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.close.statement.StatementState;

/// Pages of statements, by day or by state.
@JdbcRepository(dialect = Dialect.MYSQL)
interface WaitingStatementRepository extends GenericRepository<StatementEntity, Long> {

    /// Statements of some days after a given one, in order of day and provider.
    @Query(
            """
            select * from statement
             where (statement_date > :day or statement_date = :day and provider_id > :after)
               and statement_date <= :last
             order by statement_date, provider_id
             limit :most
            """)
    List<StatementEntity> page(LocalDate day, long after, LocalDate last, int most);

    /// The conditions of a list of waiting statements.
    String WAITING =
            """
            select s.* from statement s
             where s.state in (:states) and s.statement_id > :after
               and (:district is null or s.district_code = :district)
               and (:provider is null or s.provider_id = :provider)
            """;

    @Query(WAITING + " order by s.statement_id limit :most")
    List<StatementEntity> waiting(
            Collection<StatementState> states,
            long after,
            @Nullable String district,
            @Nullable Long provider,
            int most);

    @Query(WAITING + StatementRepository.OF_SITES + " order by s.statement_id limit :most")
    List<StatementEntity> waitingOfSites(
            Collection<StatementState> states,
            long after,
            @Nullable String district,
            @Nullable Long provider,
            Collection<Long> sites,
            int most);

    /// Number of statements that came to a state at an instant.
    ///
    /// @param sinceMicros microseconds since 1970-01-01 in UTC
    @Introspected
    record Since(long sinceMicros, long statements) {}

    @Query(
            """
            select timestampdiff(microsecond, '1970-01-01',
                                 coalesce(state_since, closed_at)) as since_micros,
                   count(*) as statements
              from statement
             where state in (:states)
               and (:district is null or district_code = :district)
             group by since_micros
             order by since_micros
            """)
    List<Since> since(Collection<StatementState> states, @Nullable String district);
}
