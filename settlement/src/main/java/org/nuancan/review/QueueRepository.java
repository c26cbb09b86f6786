package org.nuancan.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.StatementState;

/// Statements that wait for a level.
@JdbcRepository(dialect = Dialect.MYSQL)
interface QueueRepository extends GenericRepository<StatementStepEntity, Long> {

    /// A statement that waits.
    ///
    /// @param sinceMicros microseconds since 1970-01-01 in UTC
    /// @param disputed 1 if a dispute keeps it waiting, else 0
    @Introspected
    record Waiting(
            long statementId,
            long providerId,
            String districtCode,
            LocalDate statementDate,
            StatementState state,
            int version,
            long payableFen,
            long heldFen,
            long sinceMicros,
            int disputed) {}

    /// How many statements wait since an instant.
    ///
    /// @param sinceMicros microseconds since 1970-01-01 in UTC
    @Introspected
    record Since(long sinceMicros, long statements) {}

    /// The statements after one, those closed first come first.
    ///
    /// @param district null for all
    /// @param provider null for all
    /// @param street that has still to review; null for all
    @Query(
            """
            select s.statement_id, s.provider_id, s.district_code, s.statement_date, s.state,
                   s.version, s.payable_fen, s.held_fen,
                   timestampdiff(microsecond, '1970-01-01',
                                 coalesce(s.state_since, s.closed_at)) as since_micros,
                   exists (select 1 from statement_dispute d
                            where d.statement_id = s.statement_id and d.open = 1) as disputed
              from statement s
             where s.state in (:states)
               and s.statement_id > :after
               and (:district is null or s.district_code = :district)
               and (:provider is null or s.provider_id = :provider)
               and (:street is null or (
                     exists (select 1 from statement_site x
                               join site l on l.site_id = x.site_id
                              where x.statement_id = s.statement_id and l.division = :street)
                     and not exists (select 1 from street_review r
                                      where r.statement_id = s.statement_id
                                        and r.street_code = :street)))
             order by s.statement_id
             limit :most
            """)
    List<Waiting> waiting(
            Collection<StatementState> states,
            long after,
            @Nullable String district,
            @Nullable Long provider,
            @Nullable String street,
            int most);

    /// How many statements wait in some states since when, the oldest first.
    ///
    /// @param district null for all
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
