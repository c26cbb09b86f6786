package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.close.OnStatements;
import org.nuancan.db.Sql;
import org.nuancan.ledger.SettledBooks;

/// What is owed by payers and acquirers goes only together with what it was set against: the least
/// of the oldest that comes to exactly nothing for each of them.
@Singleton
final class Settled implements OnStatements, SettledBooks {

    private record Claim(long statementId, String payer, long open) {}

    private record Taking(LocalDate day, String tender, long open) {}

    @Override
    public List<Long> done(Connection connection, List<Long> statementIds) throws SQLException {
        var claims = new HashMap<Long, List<Claim>>();
        Sql.on(
                        connection,
                        """
                        select f.statement_id, f.payer,
                               f.fen - coalesce((select sum(m.fen)
                                                   from receipt_match m
                                                   join money_receipt r
                                                     on r.receipt_id = m.receipt_id
                                                    and r.source_kind = 'PAYER'
                                                    and r.source = f.payer
                                                  where m.subject_kind = 'CLAIM'
                                                    and m.subject_id = f.statement_id), 0) as open
                          from statement_fund f
                         where f.statement_id in (??)
                        """)
                .withAll(statementIds)
                .list(row ->
                        new Claim(
                                row.number("statement_id"), row.text("payer"), row.number("open")))
                .forEach(claim ->
                        claims.computeIfAbsent(claim.statementId(), _ -> new ArrayList<>())
                                .add(claim));
        var open = new HashMap<String, Long>();
        var settled = 0;
        for (var at = 0; at < statementIds.size() && settled == 0; at++) {
            for (var claim : claims.getOrDefault(statementIds.get(at), List.of())) {
                add(open, claim.payer(), claim.open());
            }
            settled = open.isEmpty() ? at + 1 : 0;
        }
        return List.copyOf(statementIds.subList(0, settled));
    }

    @Override
    public LocalDate until(Connection connection, String district, LocalDate before)
            throws SQLException {
        var takings =
                Sql.on(
                                connection,
                                """
                                select p.booking_date, p.account_owner,
                                       sum(p.fen) - coalesce(
                                           (select sum(m.fen)
                                              from receipt_match m
                                              join money_receipt r
                                                on r.receipt_id = m.receipt_id
                                               and r.district_code = ?
                                               and r.source_kind = 'TENDER'
                                               and r.source = p.account_owner
                                             where m.subject_kind = 'TAKINGS'
                                               and m.subject_id = to_days(p.booking_date)
                                                   - to_days('1970-01-01')), 0) as open
                                  from posting p
                                 where p.paying_district = ? and p.booking_date < ?
                                   and p.account_kind = 'collected' and p.provider_id > 0
                                 group by p.booking_date, p.account_owner
                                 order by p.booking_date, p.account_owner
                                """)
                        .with(district, district, before)
                        .list(row ->
                                new Taking(
                                        row.date("booking_date"),
                                        row.text("account_owner"),
                                        row.number("open")));
        var open = new HashMap<String, Long>();
        for (var at = 0; at < takings.size(); at++) {
            var taking = takings.get(at);
            add(open, taking.tender(), taking.open());
            var isLastOfDay =
                    at + 1 == takings.size() || takings.get(at + 1).day().isAfter(taking.day());
            if (isLastOfDay && open.isEmpty()) {
                return at + 1 == takings.size() ? before : taking.day().plusDays(1);
            }
        }
        return takings.isEmpty() ? before : takings.getFirst().day();
    }

    private static void add(Map<String, Long> open, String source, long fen) {
        open.merge(source, fen, Long::sum);
        open.values().removeIf(sum -> sum == 0);
    }
}
