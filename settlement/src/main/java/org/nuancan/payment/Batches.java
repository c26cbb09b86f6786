package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.BatchOutcome.Waiting;
import org.nuancan.payment.BatchOutcome.Why;
import org.nuancan.review.Outcome;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.PaymentMoves.Moved;
import org.nuancan.review.Reviewer;

/// Makes a district's payment batches.
@Singleton
public final class Batches {

    /// The most that one payment comes to, a hundred thousand million yuan: no number of payments
    /// of a batch is too large to be added up.
    public static final Fen MOST = Fen.of(10_000_000_000_000L);

    private final Open open;
    private final BatchRows rows;
    private final Booking booking;
    private final Means means;
    private final Clock clock;

    /// What a batch is made with.
    @Singleton
    record Means(PaymentMoves moves, Payees payees, Ids ids) {}

    Batches(Open open, BatchRows rows, Booking booking, Means means, Clock clock) {
        this.open = open;
        this.rows = rows;
        this.booking = booking;
        this.means = means;
        this.clock = clock;
    }

    /// Makes sure that today can be booked on. Before the transaction, not in it.
    public void prepare() {
        booking.prepare();
    }

    /// Pays each provider of a district what is open of its statements up to a day, in the caller's
    /// transaction, whose first lock it takes. Of anything but [BatchOutcome.Made] the caller lets
    /// nothing stand.
    ///
    /// @param payer of the district's finance
    public BatchOutcome make(
            Connection connection, String district, LocalDate through, Reviewer payer)
            throws SQLException {
        var day = booking.lockDay(connection);
        var batchId = means.ids().next();
        var payments = new ArrayList<Payment>();
        var cleared = new ArrayList<Part>();
        var waiting = new ArrayList<Waiting>();
        for (var one : open.byProvider(connection, district, through).entrySet()) {
            switch (share(connection, one.getKey(), one.getValue())) {
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
        var refused = moved(connection, batch, payer);
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.insert(connection, batch);
        booking.sent(connection, day, district, payments);
        return new BatchOutcome.Made(batch, waiting);
    }

    /// What a batch does for one provider.
    private sealed interface Share {

        record Paid(Payment payment) implements Share {}

        record Cleared(List<Part> parts) implements Share {}

        record Waits(Waiting waiting) implements Share {}
    }

    private Share share(Connection connection, long providerId, Open.OfProvider open)
            throws SQLException {
        return switch (open) {
            case Open.OfProvider.TooLarge() -> waits(providerId, MOST, Why.SUM_TOO_LARGE);
            case Open.OfProvider.Counted(_, var sum) when sum.isNegative() ->
                    waits(providerId, sum, Why.OWES);
            case Open.OfProvider.Counted(var parts, var sum) when sum.isZero() ->
                    new Share.Cleared(parts);
            case Open.OfProvider.Counted(_, var sum) when sum.compareTo(MOST) > 0 ->
                    waits(providerId, sum, Why.SUM_TOO_LARGE);
            case Open.OfProvider.Counted(var parts, var sum) -> {
                var paymentId = means.ids().next();
                yield switch (Destination.of(means.payees(), connection, providerId, paymentId)) {
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

    /// Moves the statements, if all of them can be.
    private Optional<BatchOutcome> moved(Connection connection, Batch batch, Reviewer payer)
            throws SQLException {
        var paid =
                batch.payments().stream()
                        .flatMap(payment -> payment.parts().stream())
                        .map(Part::statementId)
                        .toList();
        var cleared = batch.cleared().stream().map(Part::statementId).toList();
        var reason = "batch " + batch.batchId();
        var into = means.moves().intoPayment(connection, paid, payer, reason);
        var refused = refusal(into);
        return refused.isPresent()
                ? refused
                : refusal(means.moves().settled(connection, cleared, payer, reason));
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

    /// One batch.
    public Optional<Batch> find(Connection connection, long batchId) throws SQLException {
        return rows.find(connection, batchId);
    }

    /// The batches of a district, or of all, made last first, from the one before `before` on.
    public List<Batch> list(
            Connection connection, Optional<String> district, long before, int limit)
            throws SQLException {
        return rows.list(connection, district, before, limit);
    }
}
