package org.nuancan.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// A district's payments of a day. A batch never gets further payments.
///
/// @param throughDate the last day whose statements it includes
/// @param messageId the bank's id of the batch
/// @param madeOn the business day on which it was made
/// @param cleared statements that came to exactly 0 with others of their provider: paid without a
///   payment
public record Batch(
        long batchId,
        String districtCode,
        LocalDate throughDate,
        String messageId,
        String madeBy,
        Instant madeAt,
        LocalDate madeOn,
        List<Payment> payments,
        List<Part> cleared) {

    public Batch {
        payments = List.copyOf(payments);
        cleared = List.copyOf(cleared);
    }

    /// The sum of the payments.
    public Fen sum() {
        return Fen.sum(payments.stream().map(Payment::fen).toList());
    }

    /// A payment to one provider.
    ///
    /// @param fen above 0
    /// @param to the account, as it was when the batch was made
    /// @param reason the bank's reason for a failure
    /// @param parts the statements it pays
    public record Payment(
            long paymentId,
            long providerId,
            String endToEndId,
            Fen fen,
            Payees.Payee to,
            PaymentState state,
            Optional<String> reason,
            List<Part> parts) {

        public Payment {
            parts = List.copyOf(parts);
        }

        /// The payment in another state.
        ///
        /// @param why in the bank's words
        public Payment in(PaymentState moved, Optional<String> why) {
            return new Payment(paymentId, providerId, endToEndId, fen, to, moved, why, parts);
        }
    }

    /// A statement with its open amount.
    ///
    /// @param fen below 0 if the provider owed
    public record Part(long statementId, long providerId, Fen fen) {}
}
