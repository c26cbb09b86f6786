package org.nuancan.payment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.UtcMicros;
import org.nuancan.payment.Batch.Part;
import org.nuancan.payment.Batch.Payment;

/// A row of `payment_batch`.
@MappedEntity("payment_batch")
record PaymentBatchEntity(
        @Id long batchId,
        String districtCode,
        LocalDate throughDate,
        String messageId,
        String madeBy,
        @UtcMicros Instant madeAt,
        LocalDate madeOn) {

    static PaymentBatchEntity of(Batch batch) {
        return new PaymentBatchEntity(
                batch.batchId(),
                batch.districtCode(),
                batch.throughDate(),
                batch.messageId(),
                batch.madeBy(),
                batch.madeAt(),
                batch.madeOn());
    }

    Batch batch(List<Payment> payments, List<Part> cleared) {
        return new Batch(
                batchId,
                districtCode,
                throughDate,
                messageId,
                madeBy,
                madeAt,
                madeOn,
                payments,
                cleared);
    }
}
