package org.nuancan.close;

import java.util.List;

/// That lines stand on a statement: with these texts and SM3 anybody computes its `contentHash`, as
/// `docs/check-a-proof.md` tells.
///
/// @param statementId whose
/// @param contentHash what it must come to, hex
/// @param header the statement's header as it is hashed
/// @param root over all lines, hex
/// @param leaves how many lines there are
/// @param lines those that were asked for
public record Proof(
        long statementId,
        String contentHash,
        String header,
        String root,
        int leaves,
        List<Line> lines) {

    /// A line and its way to the root.
    ///
    /// @param text the line as it is hashed
    /// @param index where it stands among all lines, from 0
    /// @param path from the leaf up
    public record Line(String text, int index, List<Step> path) {}

    /// One step from a leaf to the root.
    ///
    /// @param side where the neighbour stands
    /// @param hash the neighbour's, hex
    public record Step(Side side, String hash) {}

    /// On which side of the way a neighbour stands.
    public enum Side {
        LEFT,
        RIGHT
    }
}
