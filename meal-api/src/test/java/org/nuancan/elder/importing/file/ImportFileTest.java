package org.nuancan.elder.importing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.elder.importing.file.ImportReading.Accepted;
import org.nuancan.elder.importing.file.ImportReading.Refused;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.text.TextEncoding;

class ImportFileTest {

    private static final String HEADER = "name,idNumber,residenceDivision,备注\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,姓名,idNumber,residenceDivision | /name | name · 姓名",
                "name,idNumber,电话, 手机 号 ,residenceDivision | /phone | 电话 · 手机 号",
                "name,id_number,ID-Number,residenceDivision | /idNumber | id_number · ID-Number",
                "name,idNumber,居住地,residenceDivision | /residenceDivision | 居住地 · residenceDivision",
            })
    void two_headers_of_one_column_are_both_named(String header, String pointer, String both) {
        var refused = refused(header + "\n");

        assertThat(refused.code()).isEqualTo(ProblemCode.IMPORT_COLUMN_TWICE);
        assertThat(refused.faults().getFirst().pointer()).isEqualTo(pointer);
        assertThat(refused.faults().getFirst().detail()).isEqualTo(both);
    }

    @Test
    void columns_that_are_not_read_may_be_there_twice() {
        assertThat(read("name,idNumber,residenceDivision,备注,备注\n")).isInstanceOf(Accepted.class);
    }

    @Test
    void each_column_that_is_missing_is_named() {
        assertThat(refused("name,residence\n").faults())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly("/idNumber COLUMN_MISSING");
        assertThat(refused("").faults())
                .extracting(fault -> fault.pointer())
                .containsExactly("/name", "/idNumber", "/residenceDivision");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_with_its_line() {
        var refused = refused(HEADER + "甲,1,2,\n乙,1,2,\"见附件\n丙,1,2,\n");

        assertThat(refused.code()).isEqualTo(ProblemCode.IMPORT_UNREADABLE);
        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/file/lines/3");
        assertThat(refused.faults().getFirst().code()).isEqualTo("QUOTE_NEVER_CLOSED");
    }

    @Test
    void every_line_is_counted_once() {
        var file =
                readable(HEADER + "甲,1,2,\n\n乙,1,2,\"见\n附件\"\n丙,1,2,\"见附件\n丁,1,2,\n戊,1,2,说明\"\n");

        assertThat(file.size()).isEqualTo(new ImportFile.Size(6, 5));
        assertThat(rows(file)).extracting(ImportFile.Row::line).containsExactly(2, 4, 6, 7, 8);
    }

    @Test
    void a_header_may_have_line_breaks_in_its_cells() {
        assertThat(read("\"姓\n名\",\"身份\n证号\",居住区划\n")).isInstanceOf(Accepted.class);
    }

    @Test
    void a_file_has_at_most_200_000_rows() {
        var most = "a\n".repeat(ImportFile.MOST_ROWS);

        assertThat(readable(HEADER + most).size().rows()).isEqualTo(200_000);
        assertThat(refused(HEADER + most + "a\n").code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void a_file_of_any_encoding_with_a_mark_is_read(String encoding) {
        var bytes = ("\uFEFF" + HEADER + "谭卓,1,2,\n").getBytes(Charset.forName(encoding));

        var file = ((Accepted) ImportFile.read(bytes, Optional.empty())).file();

        assertThat(file.encoding().label()).isEqualTo(encoding);
        assertThat(((ImportFile.Row.Cells) rows(file).getFirst()).cell(ImportColumn.NAME))
                .isEqualTo("谭卓");
    }

    @Test
    void an_encoding_that_is_named_is_taken_and_may_not_fit() {
        var bytes = (HEADER + "郑平,1,2,\n中,1,2,\n").getBytes(Charset.forName("GB18030"));

        assertThat(ImportFile.read(bytes, Optional.of(TextEncoding.GB18030)))
                .isInstanceOf(Accepted.class);
        assertThat(ImportFile.read(bytes, Optional.of(TextEncoding.UTF_8)))
                .isEqualTo(ImportReading.notDecoded());
    }

    private static ImportReading read(String text) {
        return ImportFile.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static ImportFile readable(String text) {
        return ((Accepted) read(text)).file();
    }

    private static Refused refused(String text) {
        return (Refused) read(text);
    }

    private static List<ImportFile.Row> rows(ImportFile file) {
        var rows = new ArrayList<ImportFile.Row>();
        file.rows().forEachRemaining(rows::add);
        return rows;
    }
}
