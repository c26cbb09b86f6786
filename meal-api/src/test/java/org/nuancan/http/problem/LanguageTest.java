package org.nuancan.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN",
                "en-GB",
                "en-GB,zh;q=0.5",
                "fr, en;q=0.3",
                "zh;q=0.1, en;q=0.2",
                "zh;q=0, en;q=0.001",
                "*;q=0.9,en ; Q=0.8"
            })
    void english_is_taken_where_it_is_preferred(String header) {
        assertThat(Language.preferred(header)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ";",
                ";;;",
                "=",
                "*",
                "zh",
                "zh-Hans-CN",
                "fr",
                "english",
                "en;q=0",
                "en;q=",
                "en;q=x",
                "en;q=1e5",
                "en;q=NaN",
                "en;q=-1",
                "en;x=1",
                "-en",
                "%%%",
                "en;q=0.5,zh;q=0.5x,zh"
            })
    void anything_else_is_answered_in_chinese(String header) {
        assertThat(Language.preferred(header)).isEqualTo(Language.CHINESE);
    }

    @Test
    void without_the_header_the_answer_is_chinese() {
        assertThat(Language.preferred(null)).isEqualTo(Language.CHINESE);
    }

    @Test
    void only_the_first_100_characters_count() {
        assertThat(Language.preferred(" ".repeat(97) + ",en")).isEqualTo(Language.ENGLISH);
        assertThat(Language.preferred(" ".repeat(98) + ",en")).isEqualTo(Language.CHINESE);
    }
}
