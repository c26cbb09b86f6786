package org.nuancan.finance.receipt;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Receipt;
import org.nuancan.receipt.Source;
import org.nuancan.receipt.Subject;

/// Money received, as shown.
///
/// @param journal the journal that books it
/// @param unmatchedFen the part that is not matched yet: an advance payment
@Introspected
record ReceiptAnswer(
        Id receiptId,
        String districtCode,
        From from,
        JournalKind journal,
        Fen fen,
        Fen matchedFen,
        Fen unmatchedFen,
        LocalDate receivedOn,
        String reference,
        String recordedBy,
        Instant recordedAt,
        List<Match> matches) {

    /// The party that paid.
    @Introspected
    record From(@Nullable String payer, @Nullable Id providerId, @Nullable TenderType tender) {

        static From of(Source source) {
            return switch (source) {
                case Source.Payer(var payer) -> new From(payer, null, null);
                case Source.Provider(var providerId) -> new From(null, new Id(providerId), null);
                case Source.Tender(var type) -> new From(null, null, type);
            };
        }
    }

    /// A claim that it paid: a payer's or a provider's share of a statement, or a day of an
    /// acquirer.
    @Introspected
    record Match(@Nullable Id statementId, @Nullable LocalDate day, Fen fen) {

        static Match of(Receipt.Match match) {
            var id = match.subject().id();
            return match.subject().kind() == Subject.Kind.TAKINGS
                    ? new Match(null, LocalDate.ofEpochDay(id), match.fen())
                    : new Match(new Id(id), null, match.fen());
        }
    }

    static ReceiptAnswer of(Receipt receipt) {
        return new ReceiptAnswer(
                new Id(receipt.receiptId()),
                receipt.districtCode(),
                From.of(receipt.from()),
                receipt.from().journal(),
                receipt.fen(),
                receipt.matched(),
                receipt.fen().minus(receipt.matched()),
                receipt.receivedOn(),
                receipt.reference(),
                receipt.recordedBy(),
                receipt.recordedAt(),
                receipt.matches().stream().map(Match::of).toList());
    }
}
