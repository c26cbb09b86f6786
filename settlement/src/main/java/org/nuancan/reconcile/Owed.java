package org.nuancan.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Outstanding;
import org.nuancan.receipt.Source;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;

/// A debt of a source, with its open amount.
///
/// @param records number of records that it is the sum of
record Owed(String source, long records, Fen fen, Fen open) {

    private Fen paid() {
        return fen.minus(open);
    }

    private record Received(long receiptId, Source source, Fen fen) {}

    /// Money received on a day for which nothing is owed.
    static List<Difference> inAdvance(
            Connection connection,
            Comparison.DayOfDistrict day,
            Source.Kind kind,
            Outstanding outstanding)
            throws SQLException {
        var received =
                Sql.on(
                                connection,
                                """
                                select receipt_id, source, fen
                                  from money_receipt
                                 where district_code = ? and source_kind = ? and received_on = ?
                                   and matched_fen < fen
                                 order by receipt_id
                                """)
                        .with(day.district(), kind, day.date())
                        .list(row ->
                                new Received(
                                        row.number("receipt_id"),
                                        Source.of(kind, row.text("source")),
                                        Fen.of(row.number("fen"))));
        var differences = new ArrayList<Difference>();
        for (var receipt : received) {
            var rest =
                    outstanding
                            .of(day.district(), receipt.source())
                            .inAdvance()
                            .get(receipt.receiptId());
            if (rest != null) {
                differences.add(
                        Difference.of(
                                Kind.IN_ADVANCE,
                                Reference.Type.RECEIPT,
                                Long.toString(receipt.receiptId()),
                                receipt.fen().minus(rest),
                                receipt.fen()));
            }
        }
        return differences;
    }

    /// Compares all debts of sources with their payments.
    static Compared compared(
            Pair pair, Reference.Type type, List<Owed> owed, List<Difference> more) {
        var differences = new ArrayList<>(more);
        for (var source : new TreeSet<>(owed.stream().map(Owed::source).toList())) {
            var of = owed.stream().filter(debt -> debt.source().equals(source)).toList();
            var left = Fen.sum(of.stream().map(Owed::fen).toList());
            var right = Fen.sum(of.stream().map(Owed::paid).toList());
            if (!left.equals(right)) {
                differences.add(Difference.of(Kind.NOT_RECEIVED, type, source, left, right));
            }
        }
        var paid = owed.stream().filter(debt -> debt.open().isZero()).toList();
        return new Compared(
                pair,
                new Side(records(owed), Fen.sum(owed.stream().map(Owed::fen).toList())),
                new Side(records(paid), Fen.sum(owed.stream().map(Owed::paid).toList())),
                differences);
    }

    private static long records(List<Owed> some) {
        return some.stream().mapToLong(Owed::records).sum();
    }
}
