package org.nuancan.payment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.payment.Batch.Payment;

/// A row of `payment`; the account's number is sealed.
@MappedEntity("payment")
record PaymentEntity(
        @Id long paymentId,
        long batchId,
        long providerId,
        String endToEndId,
        long fen,
        String accountName,
        String accountNumber,
        String bankCode,
        PaymentState state,
        @Nullable String reason,
        @UtcMicros Instant stateSince) {

    static PaymentEntity of(Batch batch, Payment payment) {
        return new PaymentEntity(
                payment.paymentId(),
                batch.batchId(),
                payment.providerId(),
                payment.endToEndId(),
                payment.fen().value(),
                payment.to().name(),
                payment.to().sealedNumber(),
                payment.to().bankCode(),
                payment.state(),
                payment.reason().orElse(null),
                batch.madeAt());
    }

    Payment payment(List<Part> parts) {
        return new Payment(
                paymentId,
                providerId,
                endToEndId,
                Fen.of(fen),
                new Payees.Payee(accountName, accountNumber, bankCode),
                state,
                Optional.ofNullable(reason),
                parts);
    }
}
