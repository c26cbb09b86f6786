package org.nuancan.ordering.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.ordering.CookedPortions.Count;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.loss.FailureEvidence.Others;

/// When somebody else than the kitchen may bear a meal that failed.
class FailureEvidenceTest {

    private static final SortedMap<String, Integer> TWO_SETS = new TreeMap<>(Map.of("SET", 2));

    @ParameterizedTest(name = "{0}, left {1}, confirmed {2}: {3}")
    @CsvSource({
        "NO_ANSWER,       true,  false, true",
        "NO_ANSWER,       false, true,  false",
        "REFUSED,         true,  false, true",
        "REFUSED,         false, false, false",
        "WRONG_ADDRESS,   true,  false, true",
        "WRONG_ADDRESS,   false, false, false",
        "UNSAFE,          true,  false, true",
        "UNSAFE,          false, true,  false",
        "OTHER,           true,  false, true",
        "OTHER,           false, false, false",
        "NOT_DELIVERED,   true,  false, true",
        "NOT_DELIVERED,   false, true,  false",
        "CARRIER_NO_SHOW, false, true,  true",
        "CARRIER_NO_SHOW, true,  false, false",
        "KITCHEN_FAULT,   true,  true,  false",
        "NOT_COLLECTED,   true,  true,  false",
    })
    void another_party_was_involved(
            FailureReason reason, boolean hasLeft, boolean isConfirmed, boolean others) {
        var evidence =
                new FailureEvidence(Map.of("SET", new Count(2, 0)), Map.of(), hasLeft, isConfirmed);

        assertThat(evidence.letsOthersBear(reason, TWO_SETS)).isEqualTo(others);
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void what_nobody_cooked_is_never_borne_by_others(FailureReason reason) {
        var evidence = new FailureEvidence(Map.of(), Map.of(), true, true);

        assertThat(evidence.letsOthersBear(reason, TWO_SETS)).isFalse();
    }

    @ParameterizedTest(name = "{0} cooked, {1} discarded, {2} gone, {3} failed before: {4}")
    @CsvSource({
        " 2,  0, 0, 0, true",
        " 1,  0, 0, 0, false",
        "10,  0, 8, 0, true",
        "10,  0, 9, 0, false",
        "10,  0, 6, 2, true",
        "10,  0, 6, 3, false",
        // What came back from two doors was thrown away.
        "10,  2, 6, 2, true",
        "10,  3, 6, 2, false",
        // Thrown away before anything left.
        "10, 10, 0, 0, false",
    })
    void a_batch_proves_as_many_meals_as_it_has_portions(
            int cooked, int discarded, int gone, int failed, boolean others) {
        var evidence =
                new FailureEvidence(
                        Map.of("SET", new Count(cooked, discarded)),
                        Map.of("SET", new Others(gone, failed)),
                        true,
                        false);

        assertThat(evidence.letsOthersBear(FailureReason.UNSAFE, TWO_SETS)).isEqualTo(others);
    }

    @Test
    void each_dish_of_the_meal_was_cooked() {
        var evidence = new FailureEvidence(Map.of("SET", new Count(50, 0)), Map.of(), true, false);
        var withRice = new TreeMap<>(Map.of("SET", 1, "RICE", 1));

        assertThat(evidence.letsOthersBear(FailureReason.UNSAFE, withRice)).isFalse();
    }
}
