package org.nuancan.payment.answer;

import static java.util.stream.Collectors.toSet;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nuancan.audit.AuditLog;
import org.nuancan.day.BusinessDay;
import org.nuancan.payment.Batch;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.Booking;
import org.nuancan.payment.KeptBatches;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Rest;
import org.nuancan.payment.answer.KeptResults.Numbered;
import org.nuancan.payment.answer.Result.Effect;
import org.nuancan.payment.answer.Result.Taken;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.PaymentMoves.Moved;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Applies the bank's answers. Each line takes effect once; a line that does not fit changes
/// nothing and is stored for the reconciliation.
@Singleton
public class Results {

    private final KeptBatches rows;
    private final Booking booking;
    private final PaymentMoves moves;
    private final KeptResults kept;
    private final AuditLog audit;
    private final Clock clock;

    Results(
            KeptBatches rows,
            Booking booking,
            PaymentMoves moves,
            KeptResults kept,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.booking = booking;
        this.moves = moves;
        this.kept = kept;
        this.audit = audit;
        this.clock = clock;
    }

    /// Applies the bank's answers to a batch; in a larger transaction it takes the first lock.
    ///
    /// @param rest lines without a definite result, stored as well
    /// @param reporter the person who imported them
    /// @return the effect of each line, in the order of `lines`
    /// @throws ReporterHasActed if the reporter acted at an earlier level of one of the statements
    @Transactional
    public List<Taken> take(Batch batch, List<Definite> lines, List<Rest> rest, Reviewer reporter) {
        var day = booking.lockDay();
        var taken = apply(batch, day, lines, reporter);
        kept.write(
                new KeptResults.Source(batch, Optional.empty(), reporter),
                Numbered.from(0, taken),
                Numbered.from(taken.size(), rest));
        return taken;
    }

    /// Like [#take], on a day that the caller has locked; the caller stores the effect of each
    /// line.
    List<Taken> apply(Batch batch, BusinessDay day, List<Definite> lines, Reviewer reporter) {
        var payments = new HashMap<String, Payment>();
        rows.lockPayments(batch.batchId(), named(batch, lines))
                .forEach(payment -> payments.put(payment.endToEndId(), payment));
        var before = Map.copyOf(payments);
        var taken = new Taken[lines.size()];
        var order =
                IntStream.range(0, lines.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> Step.rank(lines.get(i).result())))
                        .toList();
        for (var i : order) {
            taken[i] = take(batch, lines.get(i), payments, day, reporter);
        }
        audit.write(
                before.values().stream()
                        .sorted(Comparator.comparingLong(Payment::paymentId))
                        .flatMap(old -> audited(batch, old, payments, reporter).stream())
                        .toList());
        return List.of(taken);
    }

    private static List<Long> named(Batch batch, List<Definite> lines) {
        var names = lines.stream().map(line -> line.result().endToEndId()).collect(toSet());
        return batch.payments().stream()
                .filter(payment -> names.contains(payment.endToEndId()))
                .map(Payment::paymentId)
                .toList();
    }

    private Taken take(
            Batch batch,
            Definite line,
            Map<String, Payment> payments,
            BusinessDay day,
            Reviewer reporter) {
        var result = line.result();
        var found = Optional.ofNullable(payments.get(result.endToEndId()));
        if (found.isEmpty()) {
            return new Taken(line.place(), result, Effect.NOT_OURS, found);
        }
        var payment = found.get();
        if (result.fen().isPresent() && !result.fen().get().equals(payment.fen())) {
            return new Taken(line.place(), result, Effect.AMOUNT_DIFFERS, found);
        }
        return switch (Step.of(payment.state(), result)) {
            case Step.Stay(var effect) -> new Taken(line.place(), result, effect, found);
            case Step.Move(var to) -> {
                rows.move(payment, to, result.reason(), clock.instant());
                booking.ended(day, batch.districtCode(), payment, to);
                moveStatements(payment, result, reporter);
                var now = payment.in(to, result.reason());
                payments.put(now.endToEndId(), now);
                yield new Taken(line.place(), result, Effect.APPLIED, Optional.of(now));
            }
        };
    }

    /// The entry about a payment; empty if its state is unchanged.
    private static Optional<AuditLog.Entry> audited(
            Batch batch, Payment before, Map<String, Payment> now, Reviewer reporter) {
        return Optional.ofNullable(now.get(before.endToEndId()))
                .map(Payment::state)
                .filter(to -> to != before.state())
                .map(to ->
                        new AuditLog.Entry(
                                AuditLog.Area.PAYMENT,
                                reporter.name(),
                                "PAYMENT_" + to,
                                "payment " + before.paymentId(),
                                "payment-batch " + batch.batchId(),
                                AuditLog.Content.of(
                                        batch.districtCode(),
                                        "state",
                                        before.state().name(),
                                        to.name())));
    }

    private void moveStatements(Payment payment, Result result, Reviewer reporter) {
        var statements = rows.statementsOf(payment.paymentId());
        var reason = payment.endToEndId() + result.reason().map(text -> ": " + text).orElse("");
        var moved =
                switch (result.outcome()) {
                    case SENT, UNKNOWN -> new Moved.All(List.of());
                    case SETTLED -> moves.paid(statements, reporter, reason);
                    case FAILED, RETURNED ->
                            payment.state() == PaymentState.FAILED
                                    ? new Moved.All(List.of())
                                    : moves.failed(statements, reporter, reason);
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
