package org.nuancan.reconcile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.close.statement.StatementState;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.payment.PaymentState;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;

/// Compares the statements of a day that are in payment or paid with the payments that pay them.
@Singleton
final class StatementsAgainstPayments implements Comparison {

    /// A statement with one of the payments that ever included it, newest last; or without a
    /// payment.
    ///
    /// @param open amount that was to be paid of it
    /// @param payment its state; empty if the statement was cleared without a payment
    private record Taken(
            String statementId,
            StatementState state,
            Fen open,
            Fen paidIn,
            Optional<String> batchId,
            Optional<PaymentState> payment,
            Fen part) {

        boolean isLive() {
            return batchId.isPresent()
                    && payment.map(now ->
                                    now != PaymentState.FAILED && now != PaymentState.RETURNED)
                            .orElse(true);
        }
    }

    @Override
    public Pair pair() {
        return Pair.STATEMENTS_PAYMENTS;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var byStatement = taken(connection, day);
        var differences = new ArrayList<Difference>();
        var left = Side.NONE;
        var right = Side.NONE;
        for (var taken : byStatement.values()) {
            var statement = taken.getFirst();
            var live = taken.stream().filter(Taken::isLive).toList();
            if (isPaying(statement.state()) && !(live.isEmpty() && isPaidIn(statement))) {
                left = plus(left, statement.open());
            }
            for (var payment : live) {
                right = plus(right, payment.part());
            }
            found(statement, live).ifPresent(differences::add);
        }
        return new Compared(pair(), left, right, differences);
    }

    /// The statements of a day, each with its payments, by statement.
    private static Map<String, List<Taken>> taken(Connection connection, DayOfDistrict day)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select s.statement_id, s.state,
                               s.payable_fen - s.held_fen as net,
                               coalesce((select sum(m.fen) from receipt_match m
                                          where m.subject_kind = 'DEBT'
                                            and m.subject_id = s.statement_id), 0)
                                   as paid_in,
                               ps.batch_id, p.state as payment_state,
                               coalesce(ps.fen, 0) as part
                          from statement s
                          left join payment_statement ps
                            on ps.statement_id = s.statement_id
                          left join payment p on p.payment_id = ps.payment_id
                         where s.statement_date = ? and s.district_code = ?
                         order by s.statement_id, ps.batch_id
                        """)
                .with(day.date(), day.district())
                .list(StatementsAgainstPayments::read)
                .stream()
                .collect(groupingBy(Taken::statementId, TreeMap::new, toList()));
    }

    private static Taken read(Row row) throws SQLException {
        var paidIn = Fen.of(row.number("paid_in"));
        return new Taken(
                Long.toString(row.number("statement_id")),
                row.name("state", StatementState.class),
                Fen.of(row.number("net")).plus(paidIn),
                paidIn,
                row.maybeNumber("batch_id").map(id -> Long.toString(id)),
                row.maybeText("payment_state").map(PaymentState::valueOf),
                Fen.of(row.number("part")));
    }

    private static Side plus(Side side, Fen fen) {
        return new Side(side.count() + 1, side.sum().plus(fen));
    }

    private static boolean isPaying(StatementState state) {
        return state == StatementState.IN_PAYMENT || state == StatementState.PAID;
    }

    /// Whether the provider itself has paid it: nothing is open, and no payment was needed.
    private static boolean isPaidIn(Taken statement) {
        return statement.paidIn().isPositive() && statement.open().isZero();
    }

    private static Optional<Difference> found(Taken statement, List<Taken> live) {
        if (live.size() > 1) {
            var paid = Fen.sum(live.stream().map(Taken::part).toList());
            return Optional.of(difference(Kind.PAID_TWICE, statement, statement.open(), paid));
        }
        if (live.isEmpty()) {
            return isPaying(statement.state()) && !isPaidIn(statement)
                    ? Optional.of(
                            difference(Kind.NO_PAYMENT, statement, statement.open(), Fen.ZERO))
                    : Optional.empty();
        }
        var payment = live.getFirst();
        if (statement.state() != expected(payment)) {
            return Optional.of(
                    difference(Kind.STATE_DIFFERS, statement, statement.open(), payment.part()));
        }
        return statement.open().equals(payment.part())
                ? Optional.empty()
                : Optional.of(
                        difference(
                                Kind.PAYMENT_DIFFERS, statement, statement.open(), payment.part()));
    }

    private static StatementState expected(Taken payment) {
        return payment.payment().orElse(PaymentState.SETTLED) == PaymentState.SETTLED
                ? StatementState.PAID
                : StatementState.IN_PAYMENT;
    }

    private static Difference difference(Kind kind, Taken statement, Fen left, Fen right) {
        return Difference.of(kind, Reference.Type.STATEMENT, statement.statementId(), left, right);
    }
}
