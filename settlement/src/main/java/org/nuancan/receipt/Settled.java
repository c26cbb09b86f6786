package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuancan.close.OnStatements;
import org.nuancan.db.Sql;
import org.nuancan.ledger.SettledBooks;

/// What is owed by payers and acquirers goes only together with what it was set against: a
/// statement whose claims are all paid by itself; of the others, as of takings, the least of the
/// oldest that comes to exactly nothing for each of them.
@Singleton
final class Settled implements OnStatements, SettledBooks {

    private record Claim(long statementId, String payer, long open) {}

    private record Taking(LocalDate day, String tender, long open) {}

    @Override
    public List<Long> together(Connection connection, List<Long> statementIds) throws SQLException {
        var claims = open(connection, statementIds);
        var gone = new HashSet<>(statementIds);
        gone.removeAll(claims.keySet());
        var unpaid = statementIds.stream().filter(claims::containsKey).toList();
        gone.addAll(unpaid.subList(0, comingToNothing(unpaid.stream().map(claims::get).toList())));
        return statementIds.stream().filter(gone::contains).toList();
    }

    /// The claims that are not paid exactly, by statement.
    private static Map<Long, List<Claim>> open(Connection connection, List<Long> statementIds)
            throws SQLException {
        return Sql.on(
                        connection,
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
                                 where f.statement_id in (??)) claim
                         where open <> 0
                        """)
                .withAll(statementIds)
                .list(row ->
                        new Claim(
                                row.number("statement_id"), row.text("payer"), row.number("open")))
                .stream()
                .collect(Collectors.groupingBy(Claim::statementId));
    }

    /// How many of the first come to nothing for every payer; 0 if none do.
    private static int comingToNothing(List<List<Claim>> statements) {
        var open = new HashMap<String, Long>();
        for (var at = 0; at < statements.size(); at++) {
            for (var claim : statements.get(at)) {
                add(open, claim.payer(), claim.open());
            }
            if (open.isEmpty()) {
                return at + 1;
            }
        }
        return 0;
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
