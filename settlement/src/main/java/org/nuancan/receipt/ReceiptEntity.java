package org.nuancan.receipt;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;

/// A row of `money_receipt`.
@MappedEntity("money_receipt")
record ReceiptEntity(
        @Id long receiptId,
        String districtCode,
        Source.Kind sourceKind,
        String source,
        long fen,
        long matchedFen,
        LocalDate receivedOn,
        String reference,
        String recordedBy,
        @UtcMicros Instant recordedAt,
        LocalDate bookingDate) {

    static ReceiptEntity of(Receipt receipt, BusinessDay booking) {
        return new ReceiptEntity(
                receipt.receiptId(),
                receipt.districtCode(),
                receipt.from().kind(),
                receipt.from().name(),
                receipt.fen().value(),
                receipt.matched().value(),
                receipt.receivedOn(),
                receipt.reference(),
                receipt.recordedBy(),
                receipt.recordedAt(),
                booking.date());
    }

    Receipt receipt(List<Receipt.Match> matches) {
        return new Receipt(
                receiptId,
                districtCode,
                Source.of(sourceKind, source),
                Fen.of(fen),
                Fen.of(matchedFen),
                receivedOn,
                reference,
                recordedBy,
                recordedAt,
                matches);
    }
}
