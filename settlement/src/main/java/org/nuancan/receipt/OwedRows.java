package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Owed;
import org.nuancan.review.PaymentMoves;

/// Reads what is owed by whom, the oldest first.
@Singleton
final class OwedRows {

    private final PaymentMoves moves;
    private final PaidIn paidIn;

    OwedRows(PaymentMoves moves, PaidIn paidIn) {
        this.moves = moves;
        this.paidIn = paidIn;
    }

    /// Called under the source's lock; of a provider the statements are locked, too.
    List<Owed> by(Connection connection, String district, Source source) throws SQLException {
        return switch (source) {
            case Source.Payer(var payer) -> claims(connection, district, payer);
            case Source.Provider(var providerId) -> debts(connection, providerId);
            case Source.Tender(var type) -> takings(connection, district, type.name());
        };
    }

    private static List<Owed> claims(Connection connection, String district, String payer)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select s.statement_id, f.fen - coalesce(m.fen, 0) as open
                          from statement s
                          join statement_fund f
                            on f.statement_id = s.statement_id and f.payer = ?
                          left join (select m.subject_id, sum(m.fen) as fen
                                       from receipt_match m
                                       join money_receipt r on r.receipt_id = m.receipt_id
                                      where m.subject_kind = 'CLAIM' and r.district_code = ?
                                        and r.source_kind = 'PAYER' and r.source = ?
                                      group by m.subject_id) m
                            on m.subject_id = s.statement_id
                         where s.district_code = ? and f.fen <> coalesce(m.fen, 0)
                         order by s.statement_date, s.statement_id
                        """)
                .with(payer, district, payer, district)
                .list(row ->
                        new Owed(
                                new Subject(Subject.Kind.CLAIM, row.number("statement_id")),
                                Fen.of(row.number("open"))));
    }

    private List<Owed> debts(Connection connection, long providerId) throws SQLException {
        var ids =
                Sql.on(
                                connection,
                                """
                                select statement_id
                                  from statement
                                 where provider_id = ? and payable_fen < held_fen
                                   and state not in ('PAID', 'IN_PAYMENT')
                                """)
                        .with(providerId)
                        .list(row -> row.number("statement_id"));
        var locked = moves.lock(connection, ids).stream().filter(PaymentMoves::isPayable).toList();
        var paid = paidIn.of(connection, locked.stream().map(Standing::statementId).toList());
        return locked.stream()
                .sorted(java.util.Comparator.comparing(Standing::date))
                .map(one ->
                        new Owed(
                                new Subject(Subject.Kind.DEBT, one.statementId()),
                                one.held()
                                        .minus(one.payable())
                                        .minus(paid.getOrDefault(one.statementId(), Fen.ZERO))))
                .filter(owed -> owed.open().isPositive())
                .toList();
    }

    private static List<Owed> takings(Connection connection, String district, String tender)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select to_days(p.booking_date) - to_days('1970-01-01') as day,
                               sum(p.fen) - coalesce(max(m.fen), 0) as open
                          from posting p
                          left join (select m.subject_id, sum(m.fen) as fen
                                       from receipt_match m
                                       join money_receipt r on r.receipt_id = m.receipt_id
                                      where m.subject_kind = 'TAKINGS' and r.district_code = ?
                                        and r.source_kind = 'TENDER' and r.source = ?
                                      group by m.subject_id) m
                            on m.subject_id = to_days(p.booking_date) - to_days('1970-01-01')
                         where p.account_kind = 'collected' and p.account_owner = ?
                           and p.paying_district = ? and p.provider_id > 0
                         group by day
                         order by day
                        """)
                .with(district, tender, tender, district)
                .list(row ->
                        new Owed(
                                new Subject(Subject.Kind.TAKINGS, row.number("day")),
                                Fen.of(row.number("open"))));
    }
}
