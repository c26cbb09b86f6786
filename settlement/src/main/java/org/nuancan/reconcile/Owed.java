package org.nuancan.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;

/// Something that a source owes, and what of it is still open.
///
/// @param records how many add up to it
record Owed(String source, long records, Fen fen, Fen open) {

    private Fen paid() {
        return fen.minus(open);
    }

    /// Money received on a day that has paid nothing yet.
    static List<Difference> inAdvance(
            Connection connection, Comparison.Wish wish, String sourceKind) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select receipt_id, fen, matched_fen
                          from money_receipt
                         where district_code = ? and source_kind = ? and received_on = ?
                           and matched_fen < fen
                         order by receipt_id
                        """)
                .with(wish.district(), sourceKind, wish.date())
                .list(row ->
                        Difference.of(
                                Kind.IN_ADVANCE,
                                Reference.Type.RECEIPT,
                                Long.toString(row.number("receipt_id")),
                                Fen.of(row.number("matched_fen")),
                                Fen.of(row.number("fen"))));
    }

    /// What all sources owe, against what they have paid.
    static Compared compared(
            Pair pair, Reference.Type type, List<Owed> owed, List<Difference> more) {
        var differences = new ArrayList<>(more);
        for (var source : new TreeSet<>(owed.stream().map(Owed::source).toList())) {
            var of = owed.stream().filter(one -> one.source().equals(source)).toList();
            var left = Fen.sum(of.stream().map(Owed::fen).toList());
            var right = Fen.sum(of.stream().map(Owed::paid).toList());
            if (!left.equals(right)) {
                differences.add(Difference.of(Kind.NOT_RECEIVED, type, source, left, right));
            }
        }
        var paid = owed.stream().filter(one -> one.open().isZero()).toList();
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
