package org.nuancan.payment;

import org.nuancan.money.Fen;

import java.util.Optional;

/// What the bank says of a payment.
///
/// @param endToEndId which, as the bank names it
/// @param outcome anything but `SENT`
/// @param fen what the bank says it was, if it says so
/// @param reason in the bank's words
public record Result(
        String endToEndId, PaymentState outcome, Optional<Fen> fen, Optional<String> reason) {

    /// What a result did.
    public enum Effect {
        /// The payment stands so now.
        APPLIED,
        /// It stood so already.
        REPEATED,
        /// It cannot be, as the payment stands; kept for the reconciliation.
        CONFLICT,
        /// The bank names another amount; kept for the reconciliation.
        AMOUNT_DIFFERS,
        /// No payment of the batch has this id; kept for the reconciliation.
        NOT_OURS
    }

    /// A result with what it did.
    ///
    /// @param payment as it stands now, if it is ours
    public record Taken(Result result, Effect effect, Optional<Batch.Payment> payment) {}
}
