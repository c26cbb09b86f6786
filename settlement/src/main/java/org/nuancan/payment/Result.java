package org.nuancan.payment;

import java.util.Optional;
import org.nuancan.bank.Place;
import org.nuancan.bank.Reasons;
import org.nuancan.money.Fen;

/// What the bank says of a payment.
///
/// A failure whose reason is that it is the second of its kind (`DU01`, `AM05` …) or that a bank
/// did not answer in time (`AB05`, `AB06` …) is `UNKNOWN` whatever the form it comes in: the money
/// may have been paid.
///
/// @param endToEndId which, as the bank names it
/// @param outcome anything but `SENT`
/// @param fen what the bank says it was, if it says so
/// @param reason in the bank's words
/// @param isReversal the entry takes back an earlier credit: money goes out again that had come in
public record Result(
        String endToEndId,
        PaymentState outcome,
        Optional<Fen> fen,
        Optional<String> reason,
        boolean isReversal) {

    public Result {
        if (outcome == PaymentState.FAILED && reason.filter(Reasons::leaveOpen).isPresent()) {
            outcome = PaymentState.UNKNOWN;
        }
    }

    /// What is no reversal.
    public Result(
            String endToEndId, PaymentState outcome, Optional<Fen> fen, Optional<String> reason) {
        this(endToEndId, outcome, fen, reason, false);
    }

    /// What a result did.
    public enum Effect {
        /// The payment stands so now.
        APPLIED,
        /// It stood so already, or has come further.
        REPEATED,
        /// It cannot be, as the payment stands; kept for the reconciliation.
        CONFLICT,
        /// The bank names another amount; kept for the reconciliation.
        AMOUNT_DIFFERS,
        /// No payment of the batch has this id; kept for the reconciliation.
        NOT_OURS,
        /// The payment is on its way: nothing has changed.
        PENDING,
        /// The line was not understood; kept for the reconciliation.
        UNREAD
    }

    /// A result with what it did.
    ///
    /// @param place where the bank said it
    /// @param payment as it stands now, if it is ours
    public record Taken(
            Place place, Result result, Effect effect, Optional<Batch.Payment> payment) {}
}
