package org.nuancan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.text.TextEncoding.Decoded;

final class TextEncodingTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /// The GB18030 bytes of each of these names are well-formed UTF-8 too.
    @ParameterizedTest
    @ValueSource(strings = {"谭卓", "毛卢", "郑平", "钱茅", "谭卓\n毛卢\n郑平\n钱茅\n", "路路", "张路, 路", "谭"})
    void names_in_gb18030_that_are_well_formed_utf_8_too_are_read_as_names(String names) {
        var bytes = ("name,idNumber\n" + names + ",1").getBytes(GB18030);

        assertThat(TextEncoding.detect(bytes))
                .contains(new Decoded(TextEncoding.GB18030, "name,idNumber\n" + names + ",1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "谭卓",
                "毛卢",
                "郑平",
                "钱茅",
                "王芳",
                "李,㐀秀",
                "路路",
                "姓名",
                "阿迪力·买买提",
                "Mary·Ann",
                "José",
                "邓婷",
                "嫒嫒",
                "𠮷野",
                "🥜🥜",
                "闫濮妤逄",
                "plain",
                "\uFFFD\uFFFD",
                "a\uFFFEb",
                "",
                "䶮䶮",
                "张三丰",
            })
    void the_same_and_others_in_utf_8_are_read_as_they_are(String names) {
        assertThat(TextEncoding.detect(names.getBytes(StandardCharsets.UTF_8)))
                .contains(new Decoded(TextEncoding.UTF_8, names));
    }

    /// Any two common characters may be a name that is the whole content of a short file.
    @Property
    void two_usual_characters_are_read_in_the_encoding_they_were_written_in(
            @ForAll @IntRange(min = 0xB0, max = 0xD6) int row,
            @ForAll @IntRange(min = 0xA1, max = 0xFE) int cell,
            @ForAll @IntRange(min = 0xB0, max = 0xD6) int otherRow,
            @ForAll @IntRange(min = 0xA1, max = 0xFE) int otherCell) {
        var bytes = new byte[] {(byte) row, (byte) cell, (byte) otherRow, (byte) otherCell};
        var name = new String(bytes, GB18030);

        assertThat(TextEncoding.detect(bytes)).contains(new Decoded(TextEncoding.GB18030, name));
        assertThat(TextEncoding.detect(name.getBytes(StandardCharsets.UTF_8)))
                .contains(new Decoded(TextEncoding.UTF_8, name));
    }

    @Property
    void two_characters_of_gb_2312s_second_level_in_utf_8_are_read_as_they_are(
            @ForAll @IntRange(min = 0xD8, max = 0xF7) int row,
            @ForAll @IntRange(min = 0xA1, max = 0xFE) int cell,
            @ForAll @IntRange(min = 0xD8, max = 0xF7) int otherRow,
            @ForAll @IntRange(min = 0xA1, max = 0xFE) int otherCell) {
        var gb = new byte[] {(byte) row, (byte) cell, (byte) otherRow, (byte) otherCell};
        var name = new String(gb, GB18030);

        assertThat(TextEncoding.detect(name.getBytes(StandardCharsets.UTF_8)))
                .contains(new Decoded(TextEncoding.UTF_8, name));
    }

    @Property
    void any_chinese_in_utf_8_is_read_as_it_is(
            @ForAll @CharRange(from = '\u4E00', to = '\u9FA5') @StringLength(min = 1, max = 40)
                    String text) {
        assertThat(TextEncoding.detect(text.getBytes(StandardCharsets.UTF_8)))
                .contains(new Decoded(TextEncoding.UTF_8, text));
    }

    @ParameterizedTest
    @EnumSource
    void a_byte_order_mark_decides_and_is_no_part_of_the_text(TextEncoding encoding) {
        var bytes = "\uFEFF谭卓".getBytes(Charset.forName(encoding.label()));

        assertThat(TextEncoding.detect(bytes)).contains(new Decoded(encoding, "谭卓"));
        assertThat(encoding.decode(bytes)).contains(new Decoded(encoding, "谭卓"));
    }

    @Test
    void a_mark_that_the_rest_does_not_keep_to_is_no_text() {
        assertThat(
                        TextEncoding.detect(
                                new byte[] {
                                    (byte) 0xEF,
                                    (byte) 0xBB,
                                    (byte) 0xBF,
                                    (byte) 0xD7,
                                    (byte) 0xBF,
                                    'a',
                                    (byte) 0xCC
                                }))
                .isEmpty();
        assertThat(TextEncoding.detect(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).isEmpty();
        assertThat(TextEncoding.detect(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'})).isEmpty();
    }

    @Test
    void a_named_encoding_is_strict_but_for_the_end_that_comes_first() {
        var little = "\uFEFF谭".getBytes(StandardCharsets.UTF_16LE);

        assertThat(TextEncoding.UTF_16BE.decode(little))
                .contains(new Decoded(TextEncoding.UTF_16LE, "谭"));
        assertThat(TextEncoding.UTF_8.decode("谭卓中a".getBytes(GB18030))).isEmpty();
        assertThat(TextEncoding.UTF_8.decode("谭卓".getBytes(GB18030)))
                .contains(new Decoded(TextEncoding.UTF_8, "\u0337\u05FF"));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF_8",
        "UTF8, UTF_8",
        "GBK, GB18030",
        "gb2312, GB18030",
        "gb18030, GB18030",
        "UTF-16, UTF_16BE",
        "utf-16le, UTF_16LE",
        "' GBK ', GB18030",
    })
    void encodings_have_several_names(String name, TextEncoding encoding) {
        assertThat(TextEncoding.named(name)).contains(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latin1", "ISO-8859-1", "big5", "utf-7"})
    void other_encodings_are_not_read(String name) {
        assertThat(TextEncoding.named(name)).isEmpty();
    }
}
