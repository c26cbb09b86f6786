package org.nuancan.till.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftNumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a first shift                     | 1-10          | 10 |            | -1 | '' | false",
                "a first shift that starts at 7    | 7-10          | 10 |            | -1 | '' | false",
                "the next numbers follow           | 11-15         | 15 | 1-10       | 10 | '' | false",
                "11 and 12 never came              | 13-15         | 15 | 1-10       | 10 | '11 12' | false",
                "numbers are missing inside        | 11 12 15      | 15 | 1-10       | 10 | '13 14' | false",
                "numbers are missing at the end    | 11-13         | 15 | 1-10       | 10 | '14 15' | false",
                "the count begins anew with 1      | 1-5           | 5  | 1-10       | 10 | '' | false",
                "the count begins anew with 0      | 0-4           | 4  | 1-10       | 10 | '' | false",
                "it begins anew and one is missing | 1 2 4         | 4  | 1-10       | 10 | '3' | false",
                "17 is on two orders               | 16 17 17 18   | 18 | 1-15       | 15 | '' | true",
                "10 is on an order of both         | 10-12         | 12 | 1-10       | 10 | '' | true",
                "all numbers are on both           | 5-10          | 10 | 1-10       | 10 | '' | true",
                "a shift between was not reported  | 13-15         | 15 | 1-12       | 10 | '' | false",
                "a gap was filled by a late upload | 11-15         | 15 | 1-10       | 10 | '' | false",
                "two tills' shifts at one time     | 2 4 6         | 6  | 1 3 5      | -1 | '' | false",
                "nothing came of a shift           | ''            | 13 | 1-10       | 10 | '11 12 13' | false",
                "nothing was sold                  | ''            | 10 | 1-10       | 10 | '' | false",
                "no count is kept                  | ''            | -1 |            | -1 | '' | false",
                "the till reports no last number   | 11 13         | -1 | 1-10       | 10 | '12' | false",
                "more came than is reported        | 11-15         | 13 | 1-10       | 10 | '' | false"
            })
    void a_tills_count_is_compared_over_its_shifts(
            String name,
            String own,
            long reported,
            String others,
            long before,
            String missing,
            boolean twice) {
        var shift =
                new ShiftNumbers(
                        numbers(own),
                        reported,
                        others == null
                                ? Set.of()
                                : numbers(others).stream().collect(Collectors.toSet()),
                        before);

        assertThat(shift.missing().mapToObj(Long::toString).collect(Collectors.joining(" ")))
                .isEqualTo(missing);
        assertThat(shift.hasGap()).isEqualTo(!missing.isEmpty());
        assertThat(shift.hasTwice()).isEqualTo(twice);
    }

    @Test
    void a_huge_last_number_is_checked_quickly() {
        var shift = new ShiftNumbers(List.of(1L), Long.MAX_VALUE, Set.of(), ShiftNumbers.NONE);

        assertThat(shift.hasGap()).isTrue();
        assertThat(shift.missing().limit(2)).containsExactly(2L, 3L);
    }

    private static List<Long> numbers(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(" ", -1))
                .flatMapToLong(ShiftNumbersTest::range)
                .boxed()
                .toList();
    }

    private static LongStream range(String text) {
        var ends = text.split("-", -1);
        return LongStream.rangeClosed(
                Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
