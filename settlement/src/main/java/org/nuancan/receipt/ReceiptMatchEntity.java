package org.nuancan.receipt;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.nuancan.money.Fen;

/// A row of `receipt_match`.
@MappedEntity("receipt_match")
record ReceiptMatchEntity(@EmbeddedId Key id, long fen) {

    @Embeddable
    record Key(
            @MappedProperty("receipt_id") long receiptId,
            @MappedProperty("subject_kind") Subject.Kind subjectKind,
            @MappedProperty("subject_id") long subjectId) {}

    Receipt.Match match() {
        return new Receipt.Match(new Subject(id.subjectKind, id.subjectId), Fen.of(fen));
    }
}
