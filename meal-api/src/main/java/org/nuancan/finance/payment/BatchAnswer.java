package org.nuancan.finance.payment;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch;
import org.nuancan.payment.BatchOutcome;
import org.nuancan.payment.PaymentState;

/// A payment batch.
///
/// @param cleared statements with an open amount of exactly 0, paid without a payment
/// @param waiting for a new batch: providers that are left out, with the reason
@Introspected
record BatchAnswer(
        Id batchId,
        String districtCode,
        LocalDate throughDate,
        String messageId,
        String madeBy,
        Instant madeAt,
        int count,
        Fen sumFen,
        List<Paid> payments,
        List<Part> cleared,
        List<Waiting> waiting) {

    /// A payment to one provider; the account's number is only in the bank's file.
    @Introspected
    record Paid(
            Id paymentId,
            Id providerId,
            String endToEndId,
            Fen fen,
            String accountName,
            String bankCode,
            PaymentState state,
            @Nullable String reason,
            List<Part> statements) {

        static Paid of(Batch.Payment payment) {
            return new Paid(
                    new Id(payment.paymentId()),
                    new Id(payment.providerId()),
                    payment.endToEndId(),
                    payment.fen(),
                    payment.to().name(),
                    payment.to().bankCode(),
                    payment.state(),
                    payment.reason().orElse(null),
                    payment.parts().stream().map(Part::of).toList());
        }
    }

    /// A statement with its open amount.
    @Introspected
    record Part(Id statementId, Fen fen) {

        static Part of(Batch.Part part) {
            return new Part(new Id(part.statementId()), part.fen());
        }
    }

    /// A provider that is not paid yet.
    @Introspected
    record Waiting(Id providerId, Fen openFen, BatchOutcome.Why why) {

        static Waiting of(BatchOutcome.Waiting statement) {
            return new Waiting(new Id(statement.providerId()), statement.open(), statement.why());
        }
    }

    static BatchAnswer of(Batch batch, List<BatchOutcome.Waiting> waiting) {
        return new BatchAnswer(
                new Id(batch.batchId()),
                batch.districtCode(),
                batch.throughDate(),
                batch.messageId(),
                batch.madeBy(),
                batch.madeAt(),
                batch.payments().size(),
                batch.sum(),
                batch.payments().stream().map(Paid::of).toList(),
                batch.cleared().stream().map(Part::of).toList(),
                waiting.stream().map(Waiting::of).toList());
    }
}
