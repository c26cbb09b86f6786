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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                                IntStream.range(0, 22).mapToObj(_ -> LABEL).toList())
                        .bytes();
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
                new Labels(type)
                        .print(LabelFormat.THERMAL_60X40, Collections.nCopies(3, LABEL))
                        .bytes();
        keep("labels-thermal.pdf", bytes);

        try (var reader = new PdfReader(bytes)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void the_warning_is_never_cut_off_however_long_it_is() throws Exception {
        var warning = String.join(" · ", Collections.nCopies(8, "忌花生和坚果"));
        var long1 = new Label("1", "李*", "", "粥", warning, "12:00", "", "NC-1");

        var bytes = new Labels(type).print(LabelFormat.THERMAL_60X40, List.of(long1)).bytes();

        assertThat(text(bytes).replaceAll("\\s", "")).contains(warning.replaceAll("\\s", ""));
    }

    @Test
    void who_accepted_what_fits_beside_everything_else() throws Exception {
        var note =
                "过敏原已确认 allergen accepted: ORDER_DESK-3" + " · 饮食已确认 diet accepted: ORDER_DESK-3";
        var label =
                new Label(
                        "3 线 · 第 12 站",
                        "张*生",
                        "朝阳区望京西园三区 312 号楼",
                        "红烧带鱼套餐",
                        "清真 halal · 忌 花生 peanut",
                        "请于 13:30 前食用 Eat before 13:30",
                        note,
                        "NC-1");

        for (var format : LabelFormat.values()) {
            var text = text(new Labels(type).print(format, List.of(label)).bytes());
            assertThat(text.replaceAll("\\s", ""))
                    .contains("清真halal·忌花生peanut", "Eatbefore13:30")
                    .contains(note.replaceAll("\\s", ""));
        }
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
                        .finished()
                        .bytes();
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
                new Labels(new Typefaces("STSong-Light"))
                        .print(LabelFormat.A4_3X7, List.of(LABEL))
                        .bytes();
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
        return new Labels(type).print(LabelFormat.THERMAL_60X40, List.of(label)).bytes();
    }

    @Test
    void a_sheet_names_its_pages_and_carries_a_code() throws Exception {
        var bytes =
                Paper.wide(type, 9, "结算单")
                        .title("结算单 Statement")
                        .pairs(List.of(new Paper.Pair("机构", "试验食堂")))
                        .qr("https://example.org/proof", "扫码验证")
                        .finished()
                        .bytes();
        keep("statement.pdf", bytes);

        assertThat(text(bytes)).contains("结算单", "试验食堂", "扫码验证", "第 1 页");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STSong-Light"})
    void what_the_type_lacks_is_a_box_and_named(String font) throws Exception {
        var label = new Label("1", "李*", "望京🏠", "宫保鸡丁", "忌 🥜 (花生 peanut)", "12:00", "", "NC-1");

        var pdf = new Labels(new Typefaces(font)).print(LabelFormat.THERMAL_60X40, List.of(label));

        assertThat(pdf.warnings()).contains("GLYPH_MISSING U+1F3E0 U+1F95C");
        if (font.isEmpty()) {
            assertThat(text(pdf.bytes())).contains("望京□", "忌 □ (花生 peanut)");
        }
    }

    @Test
    void every_part_of_a_paper_shows_boxes() throws Exception {
        var pdf =
                Paper.wide(type, 9, "脚🥜")
                        .title("题🦐")
                        .heading("节🥚")
                        .text("文🥛")
                        .pairs(List.of(new Paper.Pair("名🐟", "值🦀")))
                        .table(List.of(Column.plain("头🌾", 1)), List.of(List.of("格🦑")))
                        .qr("https://example.org", "码👨‍👩‍👧")
                        .finished();

        assertThat(text(pdf.bytes()))
                .contains("脚□", "题□", "节□", "文□", "名□", "值□", "头□", "格□")
                .contains("码□")
                .doesNotContain("码□□");
        assertThat(pdf.warnings().orElseThrow().split(" ", -1)).hasSize(1 + 8 + 3);
    }

    @Test
    void what_the_type_has_is_printed_without_a_warning() {
        assertThat(new Labels(type).print(LabelFormat.A4_3X7, List.of(LABEL)).warnings()).isEmpty();
    }

    /// 𪝆 is in Extension C; whether a machine's type has it is not known.
    @Test
    void a_rare_character_is_printed_or_named() {
        var label = new Label("1", "𪝆", "", "粥", "", "12:00", "", "NC-1");

        var warnings = new Labels(type).print(LabelFormat.A4_3X7, List.of(label)).warnings();

        assertThat(warnings)
                .isEqualTo(
                        type.regular().charExists(0x2A746) && hasBold(0x2A746)
                                ? Optional.empty()
                                : Optional.of("GLYPH_MISSING U+2A746"));
    }

    private boolean hasBold(int point) {
        return type.strong(9).getBaseFont().charExists(point);
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
