package org.nuancan.reconcile;

import java.util.List;
import org.nuancan.money.Fen;

/// Result of a comparison.
///
/// @param left totals of the first side
/// @param right totals of the second side
/// @param differences the differences between them
public record Compared(Pair pair, Side left, Side right, List<Difference> differences) {

    public Compared {
        differences = List.copyOf(differences);
    }

    /// Totals of one side.
    ///
    /// @param count number of records
    /// @param sum sum of their amounts
    public record Side(long count, Fen sum) {

        /// A side without records.
        public static final Side NONE = new Side(0, Fen.ZERO);
    }

    /// A difference.
    ///
    /// @param subject identity among the differences of its kind on this day: an id, a payer
    /// @param records the records that it comes from
    public record Difference(
            Kind kind, String subject, Fen left, Fen right, List<Reference> records) {

        public Difference {
            records = List.copyOf(records);
        }

        /// A difference that comes from one record.
        public static Difference of(
                Kind kind, Reference.Type type, String subject, Fen left, Fen right) {
            return new Difference(
                    kind, subject, left, right, List.of(new Reference(type, subject)));
        }
    }

    /// A record that a difference comes from.
    public record Reference(Type type, String id) {

        /// The kinds of records.
        public enum Type {
            SHIFT_REPORT,
            ORDER,
            REFUND,
            JOURNAL,
            STATEMENT,
            PROVIDER,
            PAYMENT,
            RESULT,
            RECEIPT,
            PAYER,
            TENDER
        }
    }

    /// Whether both sides are empty; this is not the same as "they agree".
    public boolean isNothing() {
        return left.count() == 0 && right.count() == 0 && differences.isEmpty();
    }
}
