package org.nuancan.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Property
    boolean what_is_shown_reads_back_as_the_same_fen(@ForAll long fen) {
        var read = Yuan.of(fen).replace("¥", "").replace(",", "").replace('−', '-');
        return new BigDecimal(read).movePointRight(2).longValueExact() == fen;
    }
}
