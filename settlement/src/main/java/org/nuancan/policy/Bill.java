package org.nuancan.policy;

import java.util.OptionalLong;

/// How large the bill must be; an empty bound asks nothing.
///
/// @param basis what is compared
/// @param moreThanFen it must be more than this
/// @param atLeastFen it must be this or more
/// @param atMostFen it must be this or less
public record Bill(
        Basis basis, OptionalLong moreThanFen, OptionalLong atLeastFen, OptionalLong atMostFen) {

    /// What part of a bill a rule looks at.
    public enum Basis {
        /// The bill before anything is granted.
        BILL,
        /// What is still to be paid of the bill when the policy's turn comes.
        REMAINING;

        long of(long billFen, long remainingFen) {
            return this == BILL ? billFen : remainingFen;
        }
    }

    boolean admits(long billFen, long remainingFen) {
        var fen = basis.of(billFen, remainingFen);
        return (moreThanFen.isEmpty() || fen > moreThanFen.getAsLong())
                && (atLeastFen.isEmpty() || fen >= atLeastFen.getAsLong())
                && (atMostFen.isEmpty() || fen <= atMostFen.getAsLong());
    }
}
