package org.nuancan.close.statement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Amounts that payers owe on statements, one row for each payer of a statement.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementFundRepository
        extends CrudRepository<StatementFundEntity, StatementFundEntity.Key> {

    /// Amount that a payer owes for a provider.
    @Introspected
    record Borne(String districtCode, long providerId, String payer, long statements, long fen) {}

    /// Amount that a payer owes for a day.
    @Introspected
    record ByDay(String payer, LocalDate day, long fen) {}

    /// Amounts that payers owe on the statements of some days, both ends included, by day.
    ///
    /// @param own limits the result to statements of the district and to payers in it (either is
    ///   enough); null for all
    @Query(
            """
            select f.payer as payer, s.statement_date as day, sum(f.fen) as fen
              from statement s
              join statement_fund f on f.statement_id = s.statement_id
             where s.statement_date between :first and :last
               and (:own is null or s.district_code = :own or f.payer like concat(:own, '%'))
             group by f.payer, s.statement_date
            """)
    List<ByDay> byDay(LocalDate first, LocalDate last, @Nullable String own);

    @Query(
            """
            select * from statement_fund
             where statement_id in (:statementIds)
             order by statement_id, payer
            """)
    List<StatementFundEntity> list(Collection<Long> statementIds);

    @Query("delete from statement_fund where statement_id in (:statementIds)")
    void remove(Collection<Long> statementIds);

    /// Amounts that payers owe on the statements of some days, both ends included.
    ///
    /// @param district district of the statements; null for all
    @Query(
            """
            select s.district_code, s.provider_id, f.payer, count(*) as statements,
                   sum(f.fen) as fen
              from statement s
              join statement_fund f on f.statement_id = s.statement_id
             where s.statement_date between :first and :last
               and (:district is null or s.district_code = :district)
             group by s.district_code, s.provider_id, f.payer
             order by s.district_code, s.provider_id, f.payer
            """)
    List<Borne> borne(LocalDate first, LocalDate last, @Nullable String district);
}
