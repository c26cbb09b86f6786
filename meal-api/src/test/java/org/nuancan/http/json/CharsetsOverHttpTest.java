package org.nuancan.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Which character sets JSON and forms may be in, and what happens to bytes that are in none.
class CharsetsOverHttpTest {

    private static final Client ANYBODY = ServerUnderTest.get().anonymous();
    private static final String JSON = "{\"words\": \"慈善\"}";

    @ParameterizedTest
    @CsvSource({
        "application/json;charset=GBK, GBK",
        "application/json; charset=\"gb18030\", GB18030",
        "application/json;charset=UTF-16, UTF-16",
        "application/json;charset=ISO-8859-1, UTF-8",
        "application/json;charset=nonsense, UTF-8"
    })
    void json_with_another_charset_is_415(String type, String charset) {
        var refused =
                ANYBODY.upload("/test-doors/texts", type, JSON.getBytes(Charset.forName(charset)));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_form_with_another_charset_is_415() {
        var refused =
                ANYBODY.send(
                        "POST",
                        "/oauth/access_token",
                        "application/x-www-form-urlencoded; charset=GB18030",
                        "grant_type=refresh_token&refresh_token=a");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\""
            })
    void utf_8_is_read_however_it_is_said(String type) {
        var read = ANYBODY.upload("/test-doors/texts", type, JSON.getBytes(UTF_8));

        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.text("/words")).isEqualTo("慈善");
    }

    /// In hexadecimal digits: a lone byte of GBK, a byte that never occurs, a character cut off,
    /// `A` in two bytes, half of a surrogate pair.
    @ParameterizedTest
    @ValueSource(strings = {"B4C8", "FF", "E68562", "C181", "EDA080"})
    void bytes_that_are_not_utf_8_are_400_in_texts_and_names(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        for (var json : new String[] {"{\"words\": \"a@b\"}", "{\"tree\": {\"a@b\": 1}}"}) {
            var refused =
                    ANYBODY.upload("/test-doors/texts", "application/json", with(json, bytes));

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
            assertThat(refused.body()).doesNotContain("\uFFFD");
        }
    }

    private static byte[] with(String json, byte[] instead) {
        var at = json.indexOf('@');
        var bytes = new byte[json.length() - 1 + instead.length];
        System.arraycopy(json.getBytes(UTF_8), 0, bytes, 0, at);
        System.arraycopy(instead, 0, bytes, at, instead.length);
        System.arraycopy(
                json.getBytes(UTF_8), at + 1, bytes, at + instead.length, json.length() - at - 1);
        return bytes;
    }
}
