package org.nuancan.close.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private final Sm3 sm3 = new Sm3();

    /// GB/T 32905-2016, appendix A.1.
    @Test
    void the_hash_is_sm3() {
        var digest = new SM3Digest();
        digest.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        var hash = new byte[32];
        digest.doFinal(hash, 0);

        assertThat(Sm3.hex(hash))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /// The example in `docs/statement-hash.md`.
    @Test
    void a_tree_without_leaves_is_the_hash_of_an_empty_input() {
        assertThat(Sm3.hex(MerkleTree.root(sm3, List.of())))
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void a_tree_of_three_is_a_pair_and_a_single() {
        var leaves = leaves(3);

        assertThat(MerkleTree.root(sm3, leaves))
                .isEqualTo(sm3.node(sm3.node(leaves.get(0), leaves.get(1)), leaves.get(2)));
    }

    @Test
    void of_seven_the_left_half_is_four() {
        var leaves = leaves(7);

        assertThat(MerkleTree.root(sm3, leaves))
                .isEqualTo(
                        sm3.node(
                                MerkleTree.root(sm3, leaves.subList(0, 4)),
                                MerkleTree.root(sm3, leaves.subList(4, 7))));
    }

    @Test
    void a_leaf_cannot_pass_for_a_node() {
        var leaves = leaves(2);
        var text = Sm3.hex(leaves.get(0)) + Sm3.hex(leaves.get(1));

        assertThat(MerkleTree.root(sm3, leaves)).isNotEqualTo(sm3.leaf(text));
    }

    @Property(tries = 200)
    void the_path_of_every_leaf_leads_to_the_root(
            @ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll @IntRange(max = 1000) int which) {
        var leaves = leaves(size);
        var index = which % size;

        var hash = leaves.get(index);
        for (var step : MerkleTree.path(sm3, leaves, index)) {
            var neighbour = HexFormat.of().parseHex(step.hash());
            hash = step.isLeft() ? sm3.node(neighbour, hash) : sm3.node(hash, neighbour);
        }

        assertThat(hash).isEqualTo(MerkleTree.root(sm3, leaves));
    }

    private List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(at -> sm3.leaf("line " + at)).toList();
    }
}
