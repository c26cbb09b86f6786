package org.nuancan.fund;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums by payer of what is claimed, booked and paid.
@JdbcRepository(dialect = Dialect.MYSQL)
interface FundFigureRepository extends GenericRepository<FundYearEntity, FundYearEntity.Key> {

    /// What a payer owes for a day.
    @Introspected
    record ByDay(String payer, LocalDate day, long fen) {}

    /// What a payer has paid.
    @Introspected
    record Paid(String payer, long fen) {}

    /// What stands on statements.
    ///
    /// @param own the district whose view it is; null for the city's
    @Query(
            """
            select f.payer as payer, s.statement_date as day, sum(f.fen) as fen
              from statement s
              join statement_fund f on f.statement_id = s.statement_id
             where s.statement_date between :first and :last
               and (:own is null or s.district_code = :own or f.payer like concat(:own, '%'))
             group by f.payer, s.statement_date
            """)
    List<ByDay> claimed(LocalDate first, LocalDate last, @Nullable String own);

    /// What is booked and stands on no statement yet: on days that are not closed, and for
    /// providers that are parked.
    ///
    /// @param own the district whose view it is; null for the city's
    @Query(
            """
            select p.account_owner as payer, p.booking_date as day, sum(p.fen) as fen
              from business_day d
              join posting p on p.booking_date = d.day
             where d.day between :first and :last and d.state <> 'CLOSED'
               and p.provider_id > 0 and p.account_kind = 'claim'
               and (:own is null or p.paying_district = :own
                    or p.account_owner like concat(:own, '%'))
               and not exists (select 1 from statement s
                                where s.provider_id = p.provider_id
                                  and s.statement_date = p.booking_date)
             group by p.account_owner, p.booking_date
             union all
            select p.account_owner, p.booking_date, sum(p.fen)
              from parked_day k
              join business_day d on d.day = k.day and d.state = 'CLOSED'
              join posting p
                on p.booking_date = k.day and p.provider_id = k.provider_id
             where k.day between :first and :last and p.account_kind = 'claim'
               and (:own is null or p.paying_district = :own
                    or p.account_owner like concat(:own, '%'))
             group by p.account_owner, p.booking_date
            """)
    List<ByDay> booked(LocalDate first, LocalDate last, @Nullable String own);

    /// What was received from payers.
    ///
    /// @param own the district whose view it is; null for the city's
    @Query(
            """
            select source as payer, sum(fen) as fen
              from money_receipt
             where source_kind = 'PAYER' and received_on between :first and :last
               and (:own is null or district_code = :own or source like concat(:own, '%'))
             group by source
            """)
    List<Paid> paid(LocalDate first, LocalDate last, @Nullable String own);
}
