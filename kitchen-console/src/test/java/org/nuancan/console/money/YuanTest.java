package org.nuancan.console.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YuanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                    | ¥0.00
                    5                    | ¥0.05
                    -5                   | −¥0.05
                    1205                 | ¥12.05
                    -123400              | −¥1,234.00
                    100000000000         | ¥1,000,000,000.00
                    9223372036854775807  | ¥92,233,720,368,547,758.07
                    -9223372036854775808 | −¥92,233,720,368,547,758.08
                    """)
    void fen_are_shown_to_the_last_one(long fen, String shown) {
        assertThat(Yuan.of(fen)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 1200",
        "12.5, 1250",
        "12.05, 1205",
        "0.01, 1",
        "-3.20, -320",
        "'1,234.00', 123400"
    })
    void a_sum_is_read_as_fen(String text, long fen) {
        assertThat(Yuan.parse(text)).hasValue(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.", ".5", "12.005", "1e3", "+4", "twelve", "99999999999999999"})
    void another_text_is_no_sum(String text) {
        assertThat(Yuan.parse(text)).isEmpty();
    }

    @Property
    boolean what_is_written_is_read_as_the_same_fen(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
                    long fen) {
        return Yuan.parse(Yuan.plain(fen)).equals(OptionalLong.of(fen));
    }
}
