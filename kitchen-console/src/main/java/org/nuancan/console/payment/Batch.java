package org.nuancan.console.payment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A payment batch: the payments of one bank file.
///
/// @param throughDate the last day whose statements are in it
/// @param messageId its name in the file
/// @param sumFen the sum of its payments
/// @param cleared statements that needed no money, as they were set off
/// @param waiting providers that are not paid, and why
public record Batch(
        String batchId,
        String districtCode,
        LocalDate throughDate,
        String messageId,
        String madeBy,
        OffsetDateTime madeAt,
        int count,
        long sumFen,
        List<Payment> payments,
        List<Part> cleared,
        List<Waiting> waiting) {

    /// One payment to a provider.
    ///
    /// @param state `SENT`, `UNKNOWN`, `SETTLED`, `FAILED` or `RETURNED`
    /// @param reason why it failed, as the bank reports it
    public record Payment(
            String paymentId,
            String providerId,
            String endToEndId,
            long fen,
            String accountName,
            String bankCode,
            String state,
            Optional<String> reason,
            List<Part> statements) {}

    /// A statement's part.
    public record Part(String statementId, long fen) {}

    /// A provider that is not paid.
    public record Waiting(String providerId, long openFen, String why) {}

    /// Payments without a result from the bank.
    public long unanswered() {
        return payments.stream()
                .filter(payment -> List.of("SENT", "UNKNOWN").contains(payment.state()))
                .count();
    }

    /// Payments that did not arrive.
    public long failed() {
        return payments.stream()
                .filter(payment -> List.of("FAILED", "RETURNED").contains(payment.state()))
                .count();
    }
}
