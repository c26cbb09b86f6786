package org.nuancan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nuancan.document.Paper.Column;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PaperTest {

    private static final Label LABEL =
            new Label(
                    "3 线 · 第 12 站",
                    "张*生",
                    "朝阳区望京西园三区 312 号楼 4 单元 1502 室（门禁 #1502）",
                    "红烧带鱼套餐 ×1",
                    "低盐 · 软食 · 忌花生 / LOW SALT · SOFT · NO PEANUT",
                    "请于 13:30 前食用 Eat before 13:30",
                    "过敏原已确认 allergen accepted: desk",
                    "NC-740121345678901234");

    private final Typefaces type = new Typefaces("");

    @Test
    void twenty_two_labels_take_two_sheets_and_all_of_each_label_is_on_them() throws Exception {
        var bytes =
                new Labels(type)
                        .print(
                                LabelFormat.A4_3X7,
                                IntStream.range(0, 22).mapToObj(_ -> LABEL).toList());
        keep("labels-a4.pdf", bytes);

        try (var reader = new PdfReader(bytes)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(reader.getPageSize(1).getWidth()).isCloseTo(210 * 72 / 25.4f, within(0.1f));
        }
        assertThat(text(bytes)).contains("张*生", "忌花生", "1502", "13:30");
    }

    @Test
    void a_roll_has_a_page_for_each_label() throws Exception {
        var bytes =
                new Labels(type).print(LabelFormat.THERMAL_60X40, Collections.nCopies(3, LABEL));
        keep("labels-thermal.pdf", bytes);

        try (var reader = new PdfReader(bytes)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void the_warning_is_never_cut_off_however_long_it_is() throws Exception {
        var warning = String.join(" · ", Collections.nCopies(8, "忌花生和坚果"));
        var long1 = new Label("1", "李*", "", "粥", warning, "12:00", "", "NC-1");

        var bytes = new Labels(type).print(LabelFormat.THERMAL_60X40, List.of(long1));

        assertThat(text(bytes).replaceAll("\\s", "")).contains(warning.replaceAll("\\s", ""));
    }

    @Test
    void a_table_repeats_its_head_on_each_page() throws Exception {
        var bytes =
                Paper.upright(type, 9, "暖餐")
                        .title("生产单")
                        .text("望京 · 2026-11-18")
                        .heading("按菜品 By dish")
                        .table(
                                List.of(Column.plain("菜品 Dish", 3), Column.strong("份 n", 1)),
                                IntStream.range(0, 120)
                                        .mapToObj(row -> List.of("狮子头 " + row, "" + row))
                                        .toList())
                        .finished();
        keep("sheet.pdf", bytes);

        try (var reader = new PdfReader(bytes)) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(2)).contains("菜品 Dish");
        }
    }

    @Test
    void without_a_font_on_the_machine_documents_name_one_that_readers_bring_along()
            throws Exception {
        var bytes =
                new Labels(new Typefaces("STSong-Light")).print(LabelFormat.A4_3X7, List.of(LABEL));
        keep("labels-named.pdf", bytes);

        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("STSong-Light");
    }

    @Test
    void a_font_that_is_wanted_and_not_there_is_said_at_the_start() {
        assertThatThrownBy(() -> new Typefaces("/no/such/font.ttc,2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nuancan.print.font")
                .hasMessageContaining("/no/such/font.ttc");
    }

    @Test
    void papers_that_are_printed_at_once_share_the_type_and_nothing_else() throws Exception {
        var alone = text(labels("独"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var printed = new ArrayList<Future<byte[]>>();
            for (var number = 0; number < 24; number++) {
                var own = number % 2 == 0 ? "独" : "众" + number;
                printed.add(threads.submit(() -> labels(own)));
            }
            for (var number = 0; number < printed.size(); number++) {
                var text = text(printed.get(number).get());
                if (number % 2 == 0) {
                    assertThat(text).isEqualTo(alone);
                } else {
                    assertThat(text).contains("众" + number).doesNotContain("独");
                }
            }
        }
    }

    private byte[] labels(String dish) {
        var label = new Label("1", "李*", "望京", dish, "低盐", "12:00", "", "NC-1");
        return new Labels(type).print(LabelFormat.THERMAL_60X40, List.of(label));
    }

    @Test
    void a_sheet_names_its_pages_and_carries_a_code() throws Exception {
        var bytes =
                Paper.wide(type, 9, "结算单")
                        .title("结算单 Statement")
                        .pairs(List.of(new Paper.Pair("机构", "试验食堂")))
                        .qr("https://example.org/proof", "扫码验证")
                        .finished();
        keep("statement.pdf", bytes);

        assertThat(text(bytes)).contains("结算单", "试验食堂", "扫码验证", "第 1 页");
    }

    private static String text(byte[] bytes) throws IOException {
        try (var reader = new PdfReader(bytes)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    /// Kept to be looked at.
    private static void keep(String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/paper")).resolve(name), bytes);
    }
}
