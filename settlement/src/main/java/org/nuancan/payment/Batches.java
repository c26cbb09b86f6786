package org.nuancan.payment;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.BatchOutcome.Waiting;
import org.nuancan.payment.BatchOutcome.Why;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.PaymentMoves.Moved;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Makes a district's payment batches.
@Singleton
public class Batches {

    /// Maximum of one payment, 10^11 yuan: the sum of any number of payments of a batch fits into a
    /// long.
    public static final Fen MOST = Fen.of(10_000_000_000_000L);

    private final Open open;
    private final KeptBatches rows;
    private final Booking booking;
    private final BatchParts means;
    private final Clock clock;

    /// The services that make a batch.
    @Singleton
    record BatchParts(PaymentMoves moves, Payees payees, AuditLog audit, Ids ids) {}

    Batches(Open open, KeptBatches rows, Booking booking, BatchParts means, Clock clock) {
        this.open = open;
        this.rows = rows;
        this.booking = booking;
        this.means = means;
        this.clock = clock;
    }

    /// Prepares the booking day. Call it before the transaction, not in it.
    public void prepare() {
        booking.prepare();
    }

    /// Pays each provider of a district the open amount of its statements up to a day; in a larger
    /// transaction it takes the first lock. For any outcome except [BatchOutcome.Made] the caller
    /// must roll back.
    ///
    /// @param payer person of the district's finance
    @Transactional
    public BatchOutcome make(String district, LocalDate through, Reviewer payer) {
        var day = booking.lockDay();
        var batchId = means.ids().next();
        var payments = new ArrayList<Payment>();
        var cleared = new ArrayList<Part>();
        var waiting = new ArrayList<Waiting>();
        for (var entry : open.byProvider(district, through).entrySet()) {
            switch (share(entry.getKey(), entry.getValue())) {
                case Share.Paid(var payment) -> payments.add(payment);
                case Share.Cleared(var parts) -> cleared.addAll(parts);
                case Share.Waits(var why) -> waiting.add(why);
            }
        }
        if (payments.isEmpty() && cleared.isEmpty()) {
            return new BatchOutcome.NothingToPay(waiting);
        }
        var batch =
                new Batch(
                        batchId,
                        district,
                        through,
                        "NC" + batchId,
                        payer.name(),
                        clock.instant(),
                        booking.today().date(),
                        payments,
                        cleared);
        var refused = moved(batch, payer);
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.insert(batch);
        booking.sent(day, district, payments);
        means.audit().write(List.of(audited(batch)));
        return new BatchOutcome.Made(batch, waiting);
    }

    private static AuditLog.Entry audited(Batch batch) {
        return new AuditLog.Entry(
                AuditLog.Area.PAYMENT,
                batch.madeBy(),
                "BATCH_MADE",
                "payment-batch " + batch.batchId(),
                "%d payments through %s".formatted(batch.payments().size(), batch.throughDate()),
                AuditLog.Content.of(
                        batch.districtCode(), "fen", "", Long.toString(batch.sum().value())));
    }

    /// The result of a batch for one provider.
    private sealed interface Share {

        record Paid(Payment payment) implements Share {}

        record Cleared(List<Part> parts) implements Share {}

        record Waits(Waiting waiting) implements Share {}
    }

    private Share share(long providerId, Open.OfProvider open) {
        return switch (open) {
            case Open.OfProvider.Counted(_, var sum) when means.payees().isSuspended(providerId) ->
                    waits(providerId, sum, Why.PROVIDER_SUSPENDED);
            case Open.OfProvider.TooLarge() -> waits(providerId, MOST, Why.SUM_TOO_LARGE);
            case Open.OfProvider.Counted(_, var sum) when sum.isNegative() ->
                    waits(providerId, sum, Why.OWES);
            case Open.OfProvider.Counted(var parts, var sum) when sum.isZero() ->
                    new Share.Cleared(parts);
            case Open.OfProvider.Counted(_, var sum) when sum.compareTo(MOST) > 0 ->
                    waits(providerId, sum, Why.SUM_TOO_LARGE);
            case Open.OfProvider.Counted(var parts, var sum) -> {
                var paymentId = means.ids().next();
                yield switch (Destination.of(means.payees(), providerId, paymentId)) {
                    case Destination.Known(var payee) ->
                            new Share.Paid(payment(paymentId, providerId, sum, payee, parts));
                    case Destination.Missing(var why) -> waits(providerId, sum, why);
                };
            }
        };
    }

    private static Share waits(long providerId, Fen open, Why why) {
        return new Share.Waits(new Waiting(providerId, open, why));
    }

    private static Payment payment(
            long id, long provider, Fen sum, Payees.Payee payee, List<Part> parts) {
        return new Payment(
                id, provider, "NC" + id, sum, payee, PaymentState.SENT, Optional.empty(), parts);
    }

    /// Moves the statements, if all of them can be moved.
    private Optional<BatchOutcome> moved(Batch batch, Reviewer payer) {
        var paid =
                batch.payments().stream()
                        .flatMap(payment -> payment.parts().stream())
                        .map(Part::statementId)
                        .toList();
        var cleared = batch.cleared().stream().map(Part::statementId).toList();
        var reason = "batch " + batch.batchId();
        var into = means.moves().intoPayment(paid, payer, reason);
        var refused = refusal(into);
        return refused.isPresent()
                ? refused
                : refusal(means.moves().settled(cleared, payer, reason));
    }

    private static Optional<BatchOutcome> refusal(Moved moved) {
        return switch (moved) {
            case Moved.All _ -> Optional.empty();
            case Moved.Refused(var statementId, Outcome.SecondPerson(var level)) ->
                    Optional.of(new BatchOutcome.SecondPerson(statementId, level));
            case Moved.Refused(var statementId, var why) ->
                    throw new IllegalStateException(
                            "statement %d was locked and payable, but %s"
                                    .formatted(statementId, why));
        };
    }

    /// Finds a batch by its id.
    @ReadOnly
    public Optional<Batch> find(long batchId) {
        return rows.find(batchId);
    }

    /// The batches of a district, or of all, in descending order of their ids, starting below
    /// `before`.
    @ReadOnly
    public List<Batch> list(Optional<String> district, long before, int limit) {
        return rows.list(district, before, limit);
    }
}
