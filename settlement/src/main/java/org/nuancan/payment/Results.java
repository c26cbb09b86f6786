package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.Result.Effect;
import org.nuancan.payment.Result.Taken;
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
    private final Ids ids;
    private final Clock clock;

    Results(BatchRows rows, Booking booking, PaymentMoves moves, Ids ids, Clock clock) {
        this.rows = rows;
        this.booking = booking;
        this.moves = moves;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes the bank's answers to a batch in the caller's transaction, whose first lock it takes.
    ///
    /// @param reporter who read them in
    public List<Taken> take(
            Connection connection, Batch batch, List<Result> results, Reviewer reporter)
            throws SQLException {
        var day = booking.lockDay(connection);
        var payments = new ArrayList<>(rows.lockPayments(connection, batch.batchId()));
        var taken = new ArrayList<Taken>();
        for (var result : results) {
            var one = take(connection, batch, result, payments, day, reporter);
            keep(connection, batch, one, reporter);
            taken.add(one);
        }
        return List.copyOf(taken);
    }

    private Taken take(
            Connection connection,
            Batch batch,
            Result result,
            List<Payment> payments,
            BusinessDay day,
            Reviewer reporter)
            throws SQLException {
        var found =
                payments.stream()
                        .filter(payment -> payment.endToEndId().equals(result.endToEndId()))
                        .findFirst();
        if (found.isEmpty()) {
            return new Taken(result, Effect.NOT_OURS, Optional.empty());
        }
        var payment = found.get();
        if (result.fen().isPresent() && !result.fen().get().equals(payment.fen())) {
            return new Taken(result, Effect.AMOUNT_DIFFERS, found);
        }
        if (payment.state() == result.outcome()) {
            return new Taken(result, Effect.REPEATED, found);
        }
        if (!payment.state().next().contains(result.outcome())) {
            return new Taken(result, Effect.CONFLICT, found);
        }
        rows.move(connection, payment, result.outcome(), result.reason(), clock.instant());
        booking.ended(connection, day, batch.districtCode(), payment, result.outcome());
        moveStatements(connection, payment, result, reporter);
        var now =
                new Payment(
                        payment.paymentId(),
                        payment.providerId(),
                        payment.endToEndId(),
                        payment.fen(),
                        payment.to(),
                        result.outcome(),
                        result.reason(),
                        payment.parts());
        payments.set(payments.indexOf(payment), now);
        return new Taken(result, Effect.APPLIED, Optional.of(now));
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
                    case FAILED, RETURNED -> moves.failed(connection, statements, reporter, reason);
                };
        if (moved instanceof Moved.Refused(var statementId, var why)) {
            throw new IllegalStateException(
                    "payment %d is %s, but statement %d: %s"
                            .formatted(payment.paymentId(), payment.state(), statementId, why));
        }
    }

    private void keep(Connection connection, Batch batch, Taken taken, Reviewer reporter)
            throws SQLException {
        var result = taken.result();
        org.nuancan.db.Batch.into(
                        "payment_result",
                        "result_id",
                        "batch_id",
                        "payment_id",
                        "end_to_end_id",
                        "outcome",
                        "fen",
                        "reason",
                        "effect",
                        "reported_by",
                        "reported_at")
                .row(
                        ids.next(),
                        batch.batchId(),
                        taken.payment().map(Payment::paymentId).orElse(null),
                        result.endToEndId(),
                        result.outcome(),
                        result.fen().map(fen -> fen.value()).orElse(null),
                        result.reason().orElse(null),
                        taken.effect(),
                        reporter.name(),
                        clock.instant())
                .write(connection);
    }
}
