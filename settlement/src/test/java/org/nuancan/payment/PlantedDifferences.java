package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.payment.Town.Lunch;
import org.nuancan.payment.TownHall.Standing;
import org.nuancan.payment.answer.Result;
import org.nuancan.receipt.Source;
import org.nuancan.reconcile.Kind;

/// Creates differences of every kind that settlement can detect, one by one: each is found, and
/// nothing else is.
record PlantedDifferences(Month month) {

    /// More than any payer can have paid in advance.
    private static final long BILL = 900_000;

    void plantAndFindAll() {
        var day = month.today();
        sell(month.providers.getFirst());
        sell(month.providers.get(1));
        assertDifferences(day, Kind.NO_STATEMENT, Kind.NOT_RECEIVED);
        month.close();
        assertDifferences(day, Kind.NOT_RECEIVED);

        var paid = approve(month.providers.getFirst(), day);
        var first = batch(day);
        assertDifferences(day, Kind.NOT_RECEIVED);
        forgeStatements(day, paid, first);

        giveWrongAnswers(first);
        answerTooLate(day);
        receiveWithoutDebt();
    }

    private void sell(long provider) {
        month.orders.add(
                month.town.sell(
                        new Lunch(
                                provider,
                                month.district,
                                month.elders.getLast(),
                                BILL,
                                BILL / 2,
                                0,
                                0,
                                TenderType.ECNY,
                                month.today())));
    }

    private void assertDifferences(LocalDate day, Kind... kinds) {
        assertThat(month.differences(day)).containsExactlyInAnyOrder(kinds);
    }

    private Standing approve(long provider, LocalDate day) {
        var statementId =
                month.town.number(
                        """
                        select statement_id as answer
                          from statement
                         where provider_id = ? and statement_date = ?
                        """,
                        provider,
                        day);
        month.hall.stepOn(standing(statementId), month.district);
        month.hall.stepOn(standing(statementId), month.district);
        assertThat(standing(statementId).state()).isEqualTo("APPROVED");
        return standing(statementId);
    }

    private Standing standing(long statementId) {
        return month.hall.statements(month.district).stream()
                .filter(statement -> statement.statementId() == statementId)
                .findFirst()
                .orElseThrow();
    }

    private Batch batch(LocalDate day) {
        var made = month.hall.pay(month.district, day);
        assertThat(made).isInstanceOf(BatchOutcome.Made.class);
        return ((BatchOutcome.Made) made).batch();
    }

    /// Changes rows directly in the database, and changes them back.
    private void forgeStatements(LocalDate day, Standing paid, Batch batch) {
        var other =
                month.town.number(
                        """
                        select statement_id as answer
                          from statement
                         where provider_id = ? and statement_date = ?
                        """,
                        month.providers.get(1),
                        day);
        assertForgeryFound(
                day,
                Kind.NO_PAYMENT,
                "update statement set state = 'PAID' where statement_id = " + other,
                "update statement set state = 'CHECKED' where statement_id = " + other);
        assertForgeryFound(
                day,
                Kind.STATE_DIFFERS,
                "update statement set state = 'PAID' where statement_id = " + paid.statementId(),
                "update statement set state = 'IN_PAYMENT' where statement_id = "
                        + paid.statementId());
        var part = " where batch_id = " + batch.batchId();
        assertForgeryFound(
                day,
                Kind.PAYMENT_DIFFERS,
                "update payment_statement set fen = fen + 1" + part,
                "update payment_statement set fen = fen - 1" + part);
        assertForgeryFound(
                day,
                Kind.PAID_TWICE,
                """
                insert into payment_batch (batch_id, district_code, through_date, message_id,
                                           made_by, made_at, made_on)
                select 77, district_code, through_date, 'forged', made_by, made_at, '2020-01-01'
                  from payment_batch
                """
                        + part,
                "delete from payment_batch where batch_id = 77",
                """
                insert into payment_statement (batch_id, statement_id, provider_id, payment_id, fen)
                select 77, statement_id, provider_id, payment_id, fen
                  from payment_statement
                """
                        + part,
                "delete from payment_statement where batch_id = 77");
        var sums =
                """
                update statement
                   set gross_fen = gross_fen + %1$d, elsewhere_fen = elsewhere_fen + %1$d,
                       payable_fen = payable_fen + %1$d
                 where statement_id = %2$d
                """;
        assertForgeryFound(
                day, Kind.STATEMENT_DIFFERS, sums.formatted(1, other), sums.formatted(-1, other));
    }

    /// @param sql forgeries, each with the statement that undoes it
    private void assertForgeryFound(LocalDate day, Kind kind, String... sql) {
        for (var at = 0; at < sql.length; at += 2) {
            run(sql[at]);
        }
        assertDifferences(day, Kind.NOT_RECEIVED, kind);
        for (var at = sql.length - 1; at > 0; at -= 2) {
            run(sql[at]);
        }
        assertDifferences(day, Kind.NOT_RECEIVED);
    }

    private void run(String sql) {
        var touched = month.town.in(connection -> Sql.on(connection, sql).run());
        assertThat(touched).as(sql).isPositive();
    }

    /// An impossible answer changes nothing; an answer without a known result blocks a second try.
    private void giveWrongAnswers(Batch batch) {
        var payment = batch.payments().getFirst();
        var expected = new HashSet<Kind>();
        var before = month.differences(month.today());
        assertAnswerAdds(
                expected,
                before,
                batch,
                new Result("other", PaymentState.SETTLED, Optional.empty(), Optional.empty()),
                Kind.RESULT_NOT_OURS);
        assertAnswerAdds(
                expected,
                before,
                batch,
                new Result(
                        payment.endToEndId(),
                        PaymentState.SETTLED,
                        Optional.of(payment.fen().plus(Fen.of(1))),
                        Optional.empty()),
                Kind.RESULT_AMOUNT_DIFFERS);
        assertAnswerAdds(
                expected,
                before,
                batch,
                new Result(
                        payment.endToEndId(),
                        PaymentState.SETTLED,
                        Optional.of(payment.fen()),
                        Optional.empty(),
                        true),
                Kind.RESULT_CONFLICTS);
        assertAnswerAdds(
                expected,
                before,
                batch,
                month.hall.result(payment, PaymentState.UNKNOWN),
                Kind.OUTCOME_UNKNOWN);
        assertThat(month.hall.pay(month.district, month.today()))
                .isInstanceOf(BatchOutcome.NothingToPay.class);
        var _ = month.hall.answer(batch, List.of(month.hall.result(payment, PaymentState.SETTLED)));
        assertThat(month.differences(month.today())).doesNotContain(Kind.OUTCOME_UNKNOWN);
    }

    private void assertAnswerAdds(
            Set<Kind> expected, Set<Kind> before, Batch batch, Result result, Kind kind) {
        assertThat(before).doesNotContain(kind);
        var _ = month.hall.answer(batch, List.of(result));
        expected.add(kind);
        var all = new HashSet<>(before);
        all.addAll(expected);
        assertThat(month.differences(month.today())).isEqualTo(all);
    }

    /// A bank has until the next day to answer.
    private void answerTooLate(LocalDate day) {
        var _ = approve(month.providers.get(1), day);
        var made = month.today();
        var batch = batch(day);
        assertThat(month.differences(made)).doesNotContain(Kind.NO_ANSWER);
        month.close();
        assertThat(month.differences(made)).doesNotContain(Kind.NO_ANSWER);
        month.close();
        assertThat(month.differences(made)).contains(Kind.NO_ANSWER);
        var _ =
                month.hall.answer(
                        batch,
                        List.of(
                                month.hall.result(
                                        batch.payments().getFirst(), PaymentState.SETTLED)));
        assertThat(month.differences(made)).doesNotContain(Kind.NO_ANSWER);
    }

    private void receiveWithoutDebt() {
        var before = month.differences(month.today());
        var bank = new Bank(month, new Random(1));
        var _ = bank.receive(new Source.Payer("CHARITY:nobody"), 5);
        var after = EnumSet.of(Kind.IN_ADVANCE);
        after.addAll(before);
        assertThat(month.differences(month.today())).isEqualTo(after);
        month.close();
    }
}
