package org.nuancan.receipt;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Match;
import org.nuancan.receipt.Matching.Money;

/// Reads and writes receipts.
@Singleton
final class ReceiptRows {

    private static final String COLUMNS =
            """
            select receipt_id, district_code, source_kind, source, fen, matched_fen, received_on,
                   reference, recorded_by, recorded_at
              from money_receipt
            """;

    /// Holds all money of a source until the transaction ends.
    void lock(Connection connection, String district, Source source) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into money_source (district_code, source_kind, source)
                        values (?, ?, ?)
                        on duplicate key update source = money_source.source
                        """)
                .with(district, source.kind(), source.name())
                .run();
    }

    Optional<Long> withReference(Connection connection, String district, String reference)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select receipt_id from money_receipt
                         where district_code = ? and reference = ?
                        """)
                .with(district, reference)
                .first(row -> row.number("receipt_id"));
    }

    void insert(Connection connection, Receipt receipt, BusinessDay booking) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into money_receipt
                            (receipt_id, district_code, source_kind, source, fen, matched_fen,
                             received_on, reference, recorded_by, recorded_at, booking_date)
                        values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
                        """)
                .with(receipt.receiptId(), receipt.districtCode(), receipt.from().kind())
                .with(receipt.from().name(), receipt.fen().value(), receipt.receivedOn())
                .with(receipt.reference(), receipt.recordedBy(), receipt.recordedAt())
                .with(booking.date())
                .run();
    }

    /// Money of a source that is not all matched, oldest first.
    List<Money> unmatched(Connection connection, String district, Source source)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select receipt_id, fen - matched_fen as rest
                          from money_receipt
                         where district_code = ? and source_kind = ? and source = ?
                           and matched_fen < fen
                         order by receipt_id
                        """)
                .with(district, source.kind(), source.name())
                .list(row -> new Money(row.number("receipt_id"), Fen.of(row.number("rest"))));
    }

    void keep(Connection connection, List<Match> matches) throws SQLException {
        for (var match : matches) {
            Sql.on(
                            connection,
                            """
                            insert into receipt_match (receipt_id, subject_kind, subject_id, fen)
                            values (?, ?, ?, ?)
                            on duplicate key update fen = receipt_match.fen + ?
                            """)
                    .with(match.receiptId(), match.subject().kind(), match.subject().id())
                    .with(match.fen().value(), match.fen().value())
                    .run();
            Sql.on(
                            connection,
                            """
                            update money_receipt set matched_fen = matched_fen + ?
                             where receipt_id = ?
                            """)
                    .with(match.fen().value(), match.receiptId())
                    .run();
        }
    }

    Optional<Receipt> find(Connection connection, long receiptId) throws SQLException {
        var bare =
                Sql.on(connection, COLUMNS + " where receipt_id = ?")
                        .with(receiptId)
                        .list(ReceiptRows::read);
        return matched(connection, bare).stream().findFirst();
    }

    List<Receipt> list(Connection connection, Optional<String> district, long before, int limit)
            throws SQLException {
        var bare =
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                         where receipt_id < ? and (? is null or district_code = ?)
                                         order by receipt_id desc
                                         limit ?
                                        """)
                        .with(before, district.orElse(null), district.orElse(null), limit)
                        .list(ReceiptRows::read);
        return matched(connection, bare);
    }

    private record Of(long receiptId, Receipt.Match match) {}

    private static List<Receipt> matched(Connection connection, List<Receipt> bare)
            throws SQLException {
        Map<Long, List<Receipt.Match>> matches =
                Sql.on(
                                connection,
                                """
                                select receipt_id, subject_kind, subject_id, fen
                                  from receipt_match
                                 where receipt_id in (??)
                                 order by receipt_id, subject_kind, subject_id
                                """)
                        .withAll(bare.stream().map(Receipt::receiptId).toList())
                        .list(row ->
                                new Of(
                                        row.number("receipt_id"),
                                        new Receipt.Match(
                                                new Subject(
                                                        row.name(
                                                                "subject_kind", Subject.Kind.class),
                                                        row.number("subject_id")),
                                                Fen.of(row.number("fen")))))
                        .stream()
                        .collect(groupingBy(Of::receiptId, mapping(Of::match, toList())));
        return bare.stream()
                .map(one -> with(one, matches.getOrDefault(one.receiptId(), List.of())))
                .toList();
    }

    private static Receipt with(Receipt bare, List<Receipt.Match> matches) {
        return new Receipt(
                bare.receiptId(),
                bare.districtCode(),
                bare.from(),
                bare.fen(),
                bare.matched(),
                bare.receivedOn(),
                bare.reference(),
                bare.recordedBy(),
                bare.recordedAt(),
                matches);
    }

    private static Receipt read(Row row) throws SQLException {
        return new Receipt(
                row.number("receipt_id"),
                row.text("district_code"),
                Source.of(row.name("source_kind", Source.Kind.class), row.text("source")),
                Fen.of(row.number("fen")),
                Fen.of(row.number("matched_fen")),
                row.date("received_on"),
                row.text("reference"),
                row.text("recorded_by"),
                row.instant("recorded_at"),
                List.of());
    }
}
