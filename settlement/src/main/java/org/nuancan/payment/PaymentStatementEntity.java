package org.nuancan.payment;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;

/// A row of `payment_statement`: a statement of a batch, without a payment if it came to exactly 0
/// with others.
@MappedEntity("payment_statement")
record PaymentStatementEntity(
        @EmbeddedId Key id, long providerId, @Nullable Long paymentId, long fen) {

    @Embeddable
    record Key(
            @MappedProperty("batch_id") long batchId,
            @MappedProperty("statement_id") long statementId) {}

    static PaymentStatementEntity of(long batchId, @Nullable Long paymentId, Part part) {
        return new PaymentStatementEntity(
                new Key(batchId, part.statementId()),
                part.providerId(),
                paymentId,
                part.fen().value());
    }

    Part part() {
        return new Part(id.statementId, providerId, Fen.of(fen));
    }
}
