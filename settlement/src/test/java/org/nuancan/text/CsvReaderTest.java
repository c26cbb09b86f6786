package org.nuancan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.text.CsvReader.Why.NEVER_CLOSED;
import static org.nuancan.text.CsvReader.Why.QUOTES;
import static org.nuancan.text.CsvReader.Why.TOO_LONG;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.text.CsvReader.Row.Broken;
import org.nuancan.text.CsvReader.Row.Cells;

final class CsvReaderTest {

    @Test
    void cells_may_be_quoted_and_have_commas_quotes_and_line_breaks() {
        assertThat(rows("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\n3,4"))
                .containsExactly(
                        new Cells(1, 1, List.of("a", "b")),
                        new Cells(2, 2, List.of("x, \"y\"", "one\ntwo")),
                        new Cells(4, 1, List.of("3", "4")));
    }

    @Test
    void a_quote_in_the_middle_of_a_cell_is_a_character() {
        assertThat(rows("a,b\n5\" pipe,see \"this\"\n1,2"))
                .contains(
                        new Cells(2, 1, List.of("5\" pipe", "see \"this\"")),
                        new Cells(3, 1, List.of("1", "2")));
    }

    @Test
    void blanks_around_a_quoted_cell_do_not_count() {
        assertThat(rows("a,b\n \"x\" , \"y\"\t\n")).contains(new Cells(2, 1, List.of("x", "y")));
    }

    @Test
    void line_breaks_of_any_kind_are_counted_and_blank_lines_are_no_rows() {
        assertThat(rows("\n \na,b\r\n1,2\r\n\r\n3,4\r5,6\n\t\n"))
                .containsExactly(
                        new Cells(3, 1, List.of("a", "b")),
                        new Cells(4, 1, List.of("1", "2")),
                        new Cells(6, 1, List.of("3", "4")),
                        new Cells(7, 1, List.of("5", "6")));
    }

    @Test
    void tabs_part_the_cells_of_a_header_without_commas() {
        assertThat(rows("a\tb\n1,5\t\"2\t3\"\n")).contains(new Cells(2, 1, List.of("1,5", "2\t3")));
    }

    /// Single quotes in two rows must not hide the rows between them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3,\"x\n1,2,3,4\n1,2,3,y\"\n",
                "\"x,2,3,4\n1,2,3,4\ny\",2,3,4\n",
                "1,\"x,3,4\n1,2,3,4\n1,y\",3,4\n",
                "1,2,3,\"x\n短,110105194912310021\n1,2,3,y\"\n",
                "1,2,3,\"x\n1,2,3,4\ny\",2,3,4\n",
                "1,2,3,\"x\n1,2,3,4\n1,2,\"y\",4\n",
            })
    void lines_between_quotes_that_are_no_pair_are_reported_one_by_one(String lines) {
        assertThat(rows("a,b,c,d\n" + lines + "5,6,7,8\n"))
                .containsExactly(
                        new Cells(1, 1, List.of("a", "b", "c", "d")),
                        new Broken(2, 2, QUOTES),
                        new Broken(3, 2, QUOTES),
                        new Broken(4, 2, QUOTES),
                        new Cells(5, 1, List.of("5", "6", "7", "8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3,\"x\n1,2,3,y\"\n",
                "\"x,2,3,4\ny\",2,3,4\n",
                "1,\"x,3,4\n1,y\",3,4\n",
                "1,2,\"x,4\n1,2,y\",4\n",
                "1,2,3,\"x\ny\",2,3,4\n",
            })
    void so_are_two_lines_that_follow_each_other(String lines) {
        assertThat(rows("a,b,c,d\n" + lines).subList(1, 3))
                .containsExactly(new Broken(2, 2, QUOTES), new Broken(3, 2, QUOTES));
    }

    @Test
    void text_behind_a_closing_quote_breaks_its_line_alone() {
        assertThat(rows("a,b\n\"x\"y,2\n1,2\n"))
                .containsExactly(
                        new Cells(1, 1, List.of("a", "b")),
                        new Broken(2, 2, QUOTES),
                        new Cells(3, 1, List.of("1", "2")));
    }

    @Test
    void a_quote_that_is_never_closed_breaks_all_lines_from_there() {
        assertThat(rows("a,b\n1,2\n3,\"x\n5,6\n7,8\n").subList(2, 5))
                .containsExactly(
                        new Broken(3, 3, NEVER_CLOSED),
                        new Broken(4, 3, NEVER_CLOSED),
                        new Broken(5, 3, NEVER_CLOSED));
    }

    @Test
    void cells_and_rows_are_bounded() {
        var longest = "x".repeat(CsvReader.LONGEST_CELL);
        var widest = String.join(",", Collections.nCopies(CsvReader.MOST_CELLS, "1"));

        assertThat(rows("a,b\n" + longest + ",2").getLast()).isInstanceOf(Cells.class);
        assertThat(rows("a,b\n" + longest + "x,2").getLast()).isEqualTo(new Broken(2, 2, TOO_LONG));
        assertThat(rows("a,b\n\"" + longest + "x\",2").getLast())
                .isEqualTo(new Broken(2, 2, TOO_LONG));
        assertThat(rows("a,b\n" + widest).getLast()).isInstanceOf(Cells.class);
        assertThat(rows("a,b\n" + widest + ",1").getLast()).isEqualTo(new Broken(2, 2, TOO_LONG));
    }

    @Property(tries = 3000)
    void every_line_belongs_to_one_row_or_is_blank_or_broken(
            @ForAll @Chars({'a', ',', '"', '\n', '\r', '1', ' '}) @StringLength(max = 80)
                    String text) {
        var reported = new ArrayList<Integer>();
        for (var row : rows(text)) {
            switch (row) {
                case Cells(var line, var lines, var _) ->
                        IntStream.range(line, line + lines).forEach(reported::add);
                case Broken(var line, var _, var _) -> reported.add(line);
            }
        }

        var lines = text.split("\r\n|\r|\n", -1);
        assertThat(reported).doesNotHaveDuplicates().isSorted();
        for (var line = 1; line <= lines.length; line++) {
            if (!lines[line - 1].isBlank()) {
                assertThat(reported).contains(line);
            }
        }
        assertThat(reported).allMatch(line -> line <= lines.length);
    }

    @Property
    void csv_of_another_writer_is_read_unchanged(
            @ForAll @Size(min = 1, max = 6)
                    List<
                                    @Size(3) List<
                                            @CharRange(from = '!', to = '~') @Chars({'\n', '名'})
                                            @StringLength(min = 1, max = 4) String>>
                            table)
            throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            table.forEach(csv::writeRecord);
        }
        var hidesNothing =
                table.stream()
                        .flatMap(List::stream)
                        .noneMatch(cell ->
                                cell.contains("\n")
                                        && cell.chars().filter(c -> c == ',').count() > 1);

        if (hidesNothing) {
            assertThat(rows(text.toString()))
                    .extracting(row -> ((Cells) row).cells().stream().map(String::strip).toList())
                    .containsExactlyElementsOf(
                            table.stream()
                                    .map(row -> row.stream().map(String::strip).toList())
                                    .toList());
        }
    }

    private static List<CsvReader.Row> rows(String text) {
        var rows = new ArrayList<CsvReader.Row>();
        CsvReader.of(text).forEachRemaining(rows::add);
        return rows;
    }
}
