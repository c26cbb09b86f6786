package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.Result;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;

/// Compares the payments of the batches made on a day with the bank's answers.
@Singleton
final class PaymentsAgainstResults implements Comparison {

    /// A bank answers by the next day.
    private static final int DAYS_TO_ANSWER = 1;

    private record Paid(String paymentId, Fen fen, PaymentState state) {}

    private final Clock clock;

    PaymentsAgainstResults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Pair pair() {
        return Pair.PAYMENTS_RESULTS;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict day) throws SQLException {
        var payments =
                Sql.on(
                                connection,
                                """
                                select p.payment_id, p.fen, p.state
                                  from payment_batch b
                                  join payment p on p.batch_id = b.batch_id
                                 where b.district_code = ? and b.made_on = ?
                                 order by p.payment_id
                                """)
                        .with(day.district(), day.date())
                        .list(row ->
                                new Paid(
                                        Long.toString(row.number("payment_id")),
                                        Fen.of(row.number("fen")),
                                        row.name("state", PaymentState.class)));
        var differences = new ArrayList<Difference>();
        var answered = Side.NONE;
        for (var payment : payments) {
            switch (payment.state()) {
                case SENT -> {
                    if (isLate(day.date())) {
                        differences.add(difference(Kind.NO_ANSWER, payment));
                    }
                }
                case UNKNOWN -> differences.add(difference(Kind.OUTCOME_UNKNOWN, payment));
                case SETTLED, FAILED, RETURNED ->
                        answered =
                                new Side(answered.count() + 1, answered.sum().plus(payment.fen()));
            }
        }
        differences.addAll(contradictions(connection, day));
        return new Compared(
                pair(),
                new Side(payments.size(), Fen.sum(payments.stream().map(Paid::fen).toList())),
                answered,
                differences);
    }

    private boolean isLate(LocalDate madeOn) {
        return madeOn.plusDays(DAYS_TO_ANSWER).isBefore(BusinessDay.today(clock).date());
    }

    private static Difference difference(Kind kind, Paid payment) {
        return Difference.of(
                kind, Reference.Type.PAYMENT, payment.paymentId(), payment.fen(), Fen.ZERO);
    }

    /// Lines of the bank's answers that changed nothing.
    private static List<Difference> contradictions(Connection connection, DayOfDistrict day)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select r.result_id, r.effect, coalesce(p.fen, 0) as ours,
                               coalesce(r.fen, 0) as theirs
                          from payment_batch b
                          join payment_result r on r.batch_id = b.batch_id
                          left join payment p on p.payment_id = r.payment_id
                         where b.district_code = ? and b.made_on = ?
                           and r.effect not in ('APPLIED', 'REPEATED', 'PENDING')
                         order by r.result_id
                        """)
                .with(day.district(), day.date())
                .list(row ->
                        Difference.of(
                                kind(row.name("effect", Result.Effect.class)),
                                Reference.Type.RESULT,
                                Long.toString(row.number("result_id")),
                                Fen.of(row.number("ours")),
                                Fen.of(row.number("theirs"))));
    }

    private static Kind kind(Result.Effect effect) {
        return switch (effect) {
            case AMOUNT_DIFFERS -> Kind.RESULT_AMOUNT_DIFFERS;
            case NOT_OURS -> Kind.RESULT_NOT_OURS;
            case UNREAD -> Kind.RESULT_UNREAD;
            case CONFLICT, APPLIED, REPEATED, PENDING -> Kind.RESULT_CONFLICTS;
        };
    }
}
