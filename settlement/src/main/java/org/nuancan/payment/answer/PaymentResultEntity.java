package org.nuancan.payment.answer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.payment.PaymentState;

/// A row of `payment_result`: a line of the bank's answer, with its effect.
@MappedEntity("payment_result")
record PaymentResultEntity(
        @Id long resultId,
        long batchId,
        @Nullable Long answerId,
        @Nullable Integer lineNumber,
        @Nullable Long paymentId,
        String endToEndId,
        @Nullable PaymentState outcome,
        @Nullable Long fen,
        @Nullable String reason,
        Result.Effect effect,
        @Nullable String place,
        String reportedBy,
        @UtcMicros Instant reportedAt) {}
