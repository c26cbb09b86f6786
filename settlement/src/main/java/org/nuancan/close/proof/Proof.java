package org.nuancan.close.proof;

import java.util.List;

/// Proof that lines are on a statement: with these texts and SM3 a reader can compute its
/// `contentHash`, as `docs/check-a-proof.md` describes.
///
/// @param statementId the statement
/// @param contentHash the expected hash, hex
/// @param header the statement's header as it is hashed
/// @param root hash over all lines, hex
/// @param leaves number of lines of the statement
/// @param lines the requested lines
public record Proof(
        long statementId,
        String contentHash,
        String header,
        String root,
        int leaves,
        List<Line> lines) {

    /// A line and its path to the root.
    ///
    /// @param text the line as it is hashed
    /// @param index position among all lines, from 0
    /// @param path from the leaf up
    public record Line(String text, int index, List<Step> path) {}

    /// One step from a leaf to the root.
    ///
    /// @param side side of the sibling
    /// @param hash of the sibling, hex
    public record Step(Side side, String hash) {}

    /// The side of the path on which a sibling is.
    public enum Side {
        LEFT,
        RIGHT
    }
}
