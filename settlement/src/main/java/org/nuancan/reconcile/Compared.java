package org.nuancan.reconcile;

import org.nuancan.money.Fen;

import java.util.List;

/// What a comparison found.
///
/// @param left the first side, all of it
/// @param right the second
/// @param differences what of it does not agree
public record Compared(Pair pair, Side left, Side right, List<Difference> differences) {

    public Compared {
        differences = List.copyOf(differences);
    }

    /// One side.
    ///
    /// @param count of records
    /// @param sum what they come to
    public record Side(long count, Fen sum) {

        /// Nothing.
        public static final Side NONE = new Side(0, Fen.ZERO);
    }

    /// Something that does not agree.
    ///
    /// @param subject what tells it from others of its kind on this day: an id, a payer
    /// @param records those behind it
    public record Difference(
            Kind kind, String subject, Fen left, Fen right, List<Reference> records) {

        public Difference {
            records = List.copyOf(records);
        }

        /// A difference with one record behind it.
        public static Difference of(
                Kind kind, Reference.Type type, String subject, Fen left, Fen right) {
            return new Difference(
                    kind, subject, left, right, List.of(new Reference(type, subject)));
        }
    }

    /// A record behind a difference.
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

    /// Whether there was nothing on either side: that is not the same as "it agrees".
    public boolean isNothing() {
        return left.count() == 0 && right.count() == 0 && differences.isEmpty();
    }
}
