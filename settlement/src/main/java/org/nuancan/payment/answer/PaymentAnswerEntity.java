package org.nuancan.payment.answer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `payment_answer`: the progress on a large file.
@MappedEntity("payment_answer")
record PaymentAnswerEntity(
        @Id long answerId,
        long batchId,
        String contentHash,
        int lineCount,
        int done,
        String begunBy,
        @UtcMicros Instant begunAt) {}
