package org.nuancan.receipt;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Match;
import org.nuancan.receipt.Matching.Money;

/// Reads and writes receipts with their matches, in the caller's transaction.
@Singleton
final class RecordedReceipts {

    private final ReceiptRepository receipts;
    private final ReceiptMatchRepository matches;
    private final MoneySourceRepository sources;

    RecordedReceipts(
            ReceiptRepository receipts,
            ReceiptMatchRepository matches,
            MoneySourceRepository sources) {
        this.receipts = receipts;
        this.matches = matches;
        this.sources = sources;
    }

    /// Locks all money of a source until the transaction ends.
    void lock(String district, Source source) {
        sources.lock(district, source.kind(), source.name());
    }

    Optional<Long> withReference(String district, String reference) {
        return receipts.findByDistrictCodeAndReference(district, reference)
                .map(ReceiptEntity::receiptId);
    }

    void insert(Receipt receipt, BusinessDay booking) {
        var _ = receipts.save(ReceiptEntity.of(receipt, booking));
    }

    /// Receipts of a source that are not completely matched, oldest first.
    List<Money> unmatched(String district, Source source) {
        return receipts.unmatched(district, source.kind(), source.name()).stream()
                .map(row -> new Money(row.receiptId(), Fen.of(row.rest())))
                .toList();
    }

    void keep(List<Match> found) {
        for (var match : found) {
            var subject = match.subject();
            var fen = match.fen().value();
            matches.add(match.receiptId(), subject.kind(), subject.id(), fen);
            receipts.match(match.receiptId(), fen);
        }
    }

    /// Amounts that payers have paid on some days, both ends included, by payer.
    Map<String, Fen> paid(LocalDate first, LocalDate last, Optional<String> district) {
        return receipts.paid(first, last, district.orElse(null)).stream()
                .collect(toMap(ReceiptRepository.Paid::payer, row -> Fen.of(row.fen())));
    }

    Optional<Receipt> find(long receiptId) {
        return matched(receipts.findById(receiptId).stream().toList()).stream().findFirst();
    }

    List<Receipt> list(Optional<String> district, long before, int limit) {
        return matched(receipts.list(district.orElse(null), before, limit));
    }

    private List<Receipt> matched(List<ReceiptEntity> rows) {
        Map<Long, List<Receipt.Match>> found =
                matches.list(rows.stream().map(ReceiptEntity::receiptId).toList()).stream()
                        .collect(
                                groupingBy(
                                        match -> match.id().receiptId(),
                                        mapping(ReceiptMatchEntity::match, toList())));
        return rows.stream()
                .map(row -> row.receipt(found.getOrDefault(row.receiptId(), List.of())))
                .toList();
    }
}
