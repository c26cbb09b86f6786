package org.nuancan.close.proof;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A Merkle tree shaped as in RFC 6962: the left part of n leaves is the largest power of two below
/// n. Grows leaf by leaf and keeps one hash a level.
final class MerkleTree {

    /// One step from a leaf to the root.
    ///
    /// @param hash of the sibling, hex
    /// @param isLeft whether the sibling is on the left
    record Step(String hash, boolean isLeft) {}

    /// The root of a whole subtree.
    private static final class Peak {

        private final long leaves;
        private final byte[] hash;

        Peak(long leaves, byte[] hash) {
            this.leaves = leaves;
            this.hash = hash;
        }
    }

    private final Sm3 sm3;
    private final Deque<Peak> peaks = new ArrayDeque<>();
    private long size;

    MerkleTree(Sm3 sm3) {
        this.sm3 = sm3;
    }

    @CanIgnoreReturnValue
    MerkleTree add(byte[] leaf) {
        var peak = new Peak(1, leaf);
        while (!peaks.isEmpty() && peaks.getLast().leaves == peak.leaves) {
            var left = peaks.removeLast();
            peak = new Peak(2 * left.leaves, sm3.node(left.hash, peak.hash));
        }
        peaks.addLast(peak);
        size++;
        return this;
    }

    long size() {
        return size;
    }

    /// The root; without leaves it is the hash of an empty input.
    byte[] root() {
        if (peaks.isEmpty()) {
            return sm3.nothing();
        }
        var fromRight = peaks.descendingIterator();
        var root = fromRight.next().hash;
        while (fromRight.hasNext()) {
            root = sm3.node(fromRight.next().hash, root);
        }
        return root;
    }

    /// The path from a leaf to the root.
    ///
    /// @param index of the leaf, from 0
    static List<Step> path(Sm3 sm3, List<byte[]> leaves, int index) {
        var steps = new ArrayList<Step>();
        walk(sm3, leaves, index, steps);
        return List.copyOf(steps);
    }

    private static void walk(Sm3 sm3, List<byte[]> leaves, int index, List<Step> steps) {
        if (leaves.size() < 2) {
            return;
        }
        var half = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, half);
        var right = leaves.subList(half, leaves.size());
        if (index < half) {
            walk(sm3, left, index, steps);
            steps.add(new Step(Sm3.hex(root(sm3, right)), false));
        } else {
            walk(sm3, right, index - half, steps);
            steps.add(new Step(Sm3.hex(root(sm3, left)), true));
        }
    }

    static byte[] root(Sm3 sm3, List<byte[]> leaves) {
        var tree = new MerkleTree(sm3);
        leaves.forEach(tree::add);
        return tree.root();
    }
}
