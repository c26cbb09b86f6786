package org.nuancan.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// A district's payments of a day, made once.
///
/// @param throughDate the last day whose statements it takes up
/// @param messageId by which the bank knows it
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

    /// What the payments come to.
    public Fen sum() {
        return Fen.sum(payments.stream().map(Payment::fen).toList());
    }

    /// A payment to one provider.
    ///
    /// @param fen above 0
    /// @param to the account, as it was when the batch was made
    /// @param reason why it failed, as the bank says
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

        /// The payment after it moved.
        ///
        /// @param why in the bank's words
        Payment in(PaymentState moved, Optional<String> why) {
            return new Payment(paymentId, providerId, endToEndId, fen, to, moved, why, parts);
        }
    }

    /// A statement with what of it was open.
    ///
    /// @param fen below 0 if the provider owed
    public record Part(long statementId, long providerId, Fen fen) {}
}
