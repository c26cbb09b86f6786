package org.nuancan.policy.fact;

import java.util.OptionalLong;

/// The condition on the bill's amount; an empty bound does not restrict it.
///
/// @param basis the amount that is compared
/// @param moreThanFen minimum, excluded
/// @param atLeastFen minimum, included
/// @param atMostFen maximum, included
public record Bill(
        Basis basis, OptionalLong moreThanFen, OptionalLong atLeastFen, OptionalLong atMostFen) {

    /// The part of a bill that a rule uses.
    public enum Basis {
        /// The bill before anything is granted.
        BILL,
        /// The part of the bill that is still to be paid when the policy is computed.
        REMAINING;

        /// The one of the two amounts that is compared, in fen.
        public long of(long billFen, long remainingFen) {
            return this == BILL ? billFen : remainingFen;
        }
    }

    /// Whether the amount that is compared is within all given bounds.
    public boolean admits(long billFen, long remainingFen) {
        var fen = basis.of(billFen, remainingFen);
        return (moreThanFen.isEmpty() || fen > moreThanFen.getAsLong())
                && (atLeastFen.isEmpty() || fen >= atLeastFen.getAsLong())
                && (atMostFen.isEmpty() || fen <= atMostFen.getAsLong());
    }
}
