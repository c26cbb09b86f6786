package org.nuancan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpreadsheetCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "=HYPERLINK(\"http://x\",\"y\")",
            })
    void a_text_that_would_be_computed_is_led_by_an_apostrophe(String text) {
        assertThat(SpreadsheetCsv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "a=b", "1-2", "110105***********X", "'=1"})
    void any_other_text_stays_as_it_is(String text) {
        assertThat(SpreadsheetCsv.text(text)).isEqualTo(text);
    }

    @Test
    void numbers_stay_numbers_and_cells_are_quoted_where_they_must() {
        var written = new StringWriter();

        new SpreadsheetCsv(written)
                .marked()
                .row("account", "fen")
                .row("=cmd|' /C calc'!A0", -700L)
                .row(List.of("a,\"b\"", 3));

        assertThat(written)
                .hasToString(
                        "\uFEFFaccount,fen\r\n'=cmd|' /C calc'!A0,-700\r\n\"a,\"\"b\"\"\",3\r\n");
    }
}
