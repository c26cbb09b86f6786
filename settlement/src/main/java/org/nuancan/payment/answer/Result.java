package org.nuancan.payment.answer;

import java.util.Optional;
import org.nuancan.bank.advice.Place;
import org.nuancan.bank.advice.Reasons;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch;
import org.nuancan.payment.PaymentState;

/// The bank's result for a payment.
///
/// A failure with the reason that the payment is a duplicate (`DU01`, `AM05` …) or that a bank did
/// not answer in time (`AB05`, `AB06` …) is `UNKNOWN` in every format: the money may have been
/// paid.
///
/// @param endToEndId reference of the payment in the bank's file
/// @param outcome any state except `SENT`
/// @param fen amount that the bank reports, if it does
/// @param reason in the bank's words
/// @param isReversal the entry reverses an earlier credit: returned money goes out again
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

    /// A result that is no reversal.
    public Result(
            String endToEndId, PaymentState outcome, Optional<Fen> fen, Optional<String> reason) {
        this(endToEndId, outcome, fen, reason, false);
    }

    /// Effect of a result.
    public enum Effect {
        /// The payment is moved to this state.
        APPLIED,
        /// The payment was already in this state or a later one.
        REPEATED,
        /// The state cannot follow the payment's state; stored for the reconciliation.
        CONFLICT,
        /// The bank reports another amount; stored for the reconciliation.
        AMOUNT_DIFFERS,
        /// No payment of the batch has this id; stored for the reconciliation.
        NOT_OURS,
        /// The payment is in progress: nothing has changed.
        PENDING,
        /// The line was not understood; stored for the reconciliation.
        UNREAD
    }

    /// A result with its effect.
    ///
    /// @param place place in the bank's file
    /// @param payment in its present state, if it is in the batch
    public record Taken(
            Place place, Result result, Effect effect, Optional<Batch.Payment> payment) {}
}
