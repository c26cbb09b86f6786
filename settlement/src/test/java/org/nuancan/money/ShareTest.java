package org.nuancan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "500, 1 1, 250 250",
        // Ties go to the earlier entry.
        "501, 1 1, 251 250",
        "2, 1 1 1, 1 1 0",
        // 1001 - 500 = 501 by 2:1 is 334 and 167.
        "501, 2 1, 334 167",
        // 600 by 85:15 is 510 and 90.
        "600, 85 15, 510 90",
        // 0.6, 0.3 and 0.1 of a fen: the largest remainder.
        "1, 1 3 6, 0 0 1",
        // 16.67, 33.33, 50: the largest remainder first.
        "100, 1 2 3, 17 33 50",
        "100, 0 5, 0 100",
        "7, 3, 7",
        "0, 1 2, 0 0",
        "0, 0 0, 0 0",
        "9223372036854775807, 1 1, 4611686018427387904 4611686018427387903",
        "9223372036854775807, 9223372036854775807, 9223372036854775807",
        "3, 9223372036854775807 9223372036854775807, 2 1",
        "10, 9223372036854775807 1, 10 0"
    })
    void an_amount_is_split_by_weight_with_the_largest_remainder_first(
            long total, String weights, String parts) {
        assertThat(Share.split(total, longs(weights))).containsExactly(longs(parts));
    }

    @Test
    void many_parts_are_split_like_few() {
        var weights = Collections.nCopies(40, 1L);

        var parts = Share.split(Fen.of(41), weights);

        assertThat(parts.getFirst()).isEqualTo(Fen.of(2));
        assertThat(parts.subList(1, 40)).containsOnly(Fen.of(1));
    }

    @Test
    void there_must_be_something_to_divide_by() {
        assertThatThrownBy(() -> Share.split(Fen.of(1), List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot split 1 by [0, 0]: no weight");
        assertThatThrownBy(() -> Share.split(Fen.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_negative_is_split() {
        assertThatThrownBy(() -> Share.split(Fen.of(-1), List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot split -1 by [1]: negative");
        assertThatThrownBy(() -> Share.split(Fen.of(1), List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot split 1 by [2, -1]: negative");
    }

    @Property
    void the_parts_add_up_and_each_is_within_a_fen_of_its_exact_share(
            @ForAll @LongRange(min = 0) long total,
            @ForAll @Size(min = 1, max = 24) List<@LongRange(min = 1) Long> weights) {
        var parts = Share.split(Fen.of(total), weights);

        assertThat(Fen.sum(parts)).isEqualTo(Fen.of(total));
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger::add).orElseThrow();
        for (var i = 0; i < weights.size(); i++) {
            var scaledPart = BigInteger.valueOf(parts.get(i).value()).multiply(sum);
            var scaledShare =
                    BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights.get(i)));
            assertThat(scaledPart.subtract(scaledShare).abs()).isLessThan(sum);
        }
    }

    @Property
    void small_and_large_weights_of_the_same_proportion_split_alike(
            @ForAll @LongRange(min = 0, max = 1_000_000) long total,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 100) Long> weights) {
        var small = weights.stream().mapToLong(Long::longValue).toArray();
        var large = Arrays.stream(small).map(weight -> weight * (Long.MAX_VALUE / 100)).toArray();

        assertThat(Share.split(total, large)).containsExactly(Share.split(total, small));
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }
}
