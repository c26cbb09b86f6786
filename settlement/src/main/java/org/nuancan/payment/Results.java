package org.nuancan.payment;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nuancan.day.BusinessDay;
import org.nuancan.payment.BankAnswer.Rest;
import org.nuancan.payment.BankAnswer.Told;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.KeptResults.Numbered;
import org.nuancan.payment.Result.Effect;
import org.nuancan.payment.Result.Taken;
import org.nuancan.review.Outcome;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.PaymentMoves.Moved;
import org.nuancan.review.Reviewer;

/// Takes the bank's answers. Each line takes effect once; what does not fit changes nothing and is
/// kept for the reconciliation.
@Singleton
public final class Results {

    private final BatchRows rows;
    private final Booking booking;
    private final PaymentMoves moves;
    private final KeptResults kept;
    private final Clock clock;

    Results(BatchRows rows, Booking booking, PaymentMoves moves, KeptResults kept, Clock clock) {
        this.rows = rows;
        this.booking = booking;
        this.moves = moves;
        this.kept = kept;
        this.clock = clock;
    }

    /// Takes the bank's answers to a batch in the caller's transaction, whose first lock it takes.
    ///
    /// @param rest lines that say nothing definite, kept as well
    /// @param reporter who read them in
    /// @return what each did, in the order of `told`
    /// @throws ReporterHasActed if the reporter took an earlier level of one of the statements
    public List<Taken> take(
            Connection connection, Batch batch, List<Told> told, List<Rest> rest, Reviewer reporter)
            throws SQLException {
        var day = booking.lockDay(connection);
        var taken = apply(connection, batch, day, told, reporter);
        kept.write(
                connection,
                new KeptResults.Source(batch, Optional.empty(), reporter),
                Numbered.from(0, taken),
                Numbered.from(taken.size(), rest));
        return taken;
    }

    /// As [#take], on a day that the caller has locked; the caller keeps what each line did.
    List<Taken> apply(
            Connection connection, Batch batch, BusinessDay day, List<Told> told, Reviewer reporter)
            throws SQLException {
        var payments = new HashMap<String, Payment>();
        rows.lockPayments(connection, batch.batchId(), named(batch, told))
                .forEach(payment -> payments.put(payment.endToEndId(), payment));
        var taken = new Taken[told.size()];
        var order =
                IntStream.range(0, told.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> Step.rank(told.get(i).result())))
                        .toList();
        for (var i : order) {
            taken[i] = take(connection, batch, told.get(i), payments, day, reporter);
        }
        return List.of(taken);
    }

    private static List<Long> named(Batch batch, List<Told> told) {
        var names = told.stream().map(one -> one.result().endToEndId()).collect(toSet());
        return batch.payments().stream()
                .filter(payment -> names.contains(payment.endToEndId()))
                .map(Payment::paymentId)
                .toList();
    }

    private Taken take(
            Connection connection,
            Batch batch,
            Told told,
            Map<String, Payment> payments,
            BusinessDay day,
            Reviewer reporter)
            throws SQLException {
        var result = told.result();
        var found = Optional.ofNullable(payments.get(result.endToEndId()));
        if (found.isEmpty()) {
            return new Taken(told.place(), result, Effect.NOT_OURS, found);
        }
        var payment = found.get();
        if (result.fen().isPresent() && !result.fen().get().equals(payment.fen())) {
            return new Taken(told.place(), result, Effect.AMOUNT_DIFFERS, found);
        }
        return switch (Step.of(payment.state(), result)) {
            case Step.Stay(var effect) -> new Taken(told.place(), result, effect, found);
            case Step.Move(var to) -> {
                rows.move(connection, payment, to, result.reason(), clock.instant());
                booking.ended(connection, day, batch.districtCode(), payment, to);
                moveStatements(connection, payment, result, reporter);
                var now = payment.in(to, result.reason());
                payments.put(now.endToEndId(), now);
                yield new Taken(told.place(), result, Effect.APPLIED, Optional.of(now));
            }
        };
    }

    private void moveStatements(
            Connection connection, Payment payment, Result result, Reviewer reporter)
            throws SQLException {
        var statements = rows.statementsOf(connection, payment.paymentId());
        var reason = payment.endToEndId() + result.reason().map(text -> ": " + text).orElse("");
        var moved =
                switch (result.outcome()) {
                    case SENT, UNKNOWN -> new Moved.All(List.of());
                    case SETTLED -> moves.paid(connection, statements, reporter, reason);
                    case FAILED, RETURNED ->
                            payment.state() == PaymentState.FAILED
                                    ? new Moved.All(List.of())
                                    : moves.failed(connection, statements, reporter, reason);
                };
        if (moved instanceof Moved.Refused(var statementId, Outcome.SecondPerson(var level))) {
            throw new ReporterHasActed(statementId, level);
        }
        if (moved instanceof Moved.Refused(var statementId, var why)) {
            throw new IllegalStateException(
                    "payment %d is %s, but statement %d: %s"
                            .formatted(payment.paymentId(), payment.state(), statementId, why));
        }
    }
}
