package org.nuancan.receipt;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Debts on statements and of acquirers, less the money received for them.
@JdbcRepository(dialect = Dialect.MYSQL)
interface OwedRepository extends GenericRepository<ReceiptMatchEntity, ReceiptMatchEntity.Key> {

    /// Open amount of a subject.
    @Introspected
    record Open(long subjectId, long open) {}

    /// Open amount of a claim on a statement.
    @Introspected
    record Claim(long statementId, String payer, long open) {}

    /// Open amount of an acquirer's collections of a day.
    @Introspected
    record Taking(LocalDate day, String tender, long open) {}

    /// The statements with an open claim on a payer, oldest first.
    @Query(
            """
            select s.statement_id as subject_id, f.fen - coalesce(m.fen, 0) as open
              from statement s
              join statement_fund f
                on f.statement_id = s.statement_id and f.payer = :payer
              left join (select m.subject_id, sum(m.fen) as fen
                           from receipt_match m
                           join money_receipt r on r.receipt_id = m.receipt_id
                          where m.subject_kind = 'CLAIM' and r.district_code = :district
                            and r.source_kind = 'PAYER' and r.source = :payer
                          group by m.subject_id) m
                on m.subject_id = s.statement_id
             where s.district_code = :district and f.fen <> coalesce(m.fen, 0)
             order by s.statement_date, s.statement_id
            """)
    List<Open> claims(String district, String payer);

    /// Amounts collected by an acquirer, by booking day since 1970-01-01.
    @Query(
            """
            select to_days(p.booking_date) - to_days('1970-01-01') as subject_id,
                   sum(p.fen) - coalesce(max(m.fen), 0) as open
              from posting p
              left join (select m.subject_id, sum(m.fen) as fen
                           from receipt_match m
                           join money_receipt r on r.receipt_id = m.receipt_id
                          where m.subject_kind = 'TAKINGS' and r.district_code = :district
                            and r.source_kind = 'TENDER' and r.source = :tender
                          group by m.subject_id) m
                on m.subject_id = to_days(p.booking_date) - to_days('1970-01-01')
             where p.account_kind = 'collected' and p.account_owner = :tender
               and p.paying_district = :district and p.provider_id > 0
             group by to_days(p.booking_date) - to_days('1970-01-01')
             order by to_days(p.booking_date) - to_days('1970-01-01')
            """)
    List<Open> takings(String district, String tender);

    /// The claims on statements that are not paid exactly.
    @Query(
            """
            select *
              from (select f.statement_id, f.payer,
                           f.fen - coalesce((select sum(m.fen)
                                               from receipt_match m
                                               join money_receipt r
                                                 on r.receipt_id = m.receipt_id
                                                and r.source_kind = 'PAYER'
                                                and r.source = f.payer
                                              where m.subject_kind = 'CLAIM'
                                                and m.subject_id = f.statement_id), 0)
                               as open
                      from statement_fund f
                     where f.statement_id in (:statementIds)) claim
             where open <> 0
            """)
    List<Claim> openClaims(Collection<Long> statementIds);

    /// Amounts collected by acquirers in a district before a day, the oldest first, paid or not.
    @Query(
            """
            select p.booking_date as day, p.account_owner as tender,
                   sum(p.fen) - coalesce(
                       (select sum(m.fen)
                          from receipt_match m
                          join money_receipt r
                            on r.receipt_id = m.receipt_id
                           and r.district_code = :district
                           and r.source_kind = 'TENDER'
                           and r.source = p.account_owner
                         where m.subject_kind = 'TAKINGS'
                           and m.subject_id = to_days(p.booking_date)
                               - to_days('1970-01-01')), 0) as open
              from posting p
             where p.paying_district = :district and p.booking_date < :before
               and p.account_kind = 'collected' and p.provider_id > 0
             group by p.booking_date, p.account_owner
             order by p.booking_date, p.account_owner
            """)
    List<Taking> takingsBefore(String district, LocalDate before);
}
