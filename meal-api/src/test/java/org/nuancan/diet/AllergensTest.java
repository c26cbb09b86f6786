package org.nuancan.diet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which words of elders and of dishes mean the same allergen, and which only look so.
class AllergensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PEANUT",
                "peanut",
                "Peanuts",
                "ＰＥＡＮＵＴ",
                " pea nut ",
                "花生",
                "花 生",
                "落花生",
                "花生酱",
                "花生醬",
                "花生米",
                "peanut butter",
                "PEANUT_BUTTER",
                "groundnuts",
                "🥜"
            })
    void every_word_for_peanuts_is_one_code(String word) {
        assertThat(Allergens.fold(List.of(word))).containsExactly("PEANUT");
        assertThat(Allergens.among(List.of("PEANUT"), List.of(word))).containsExactly("PEANUT");
        assertThat(Allergens.among(List.of(word), List.of("花生"))).containsExactly("PEANUT");
    }

    @ParameterizedTest(name = "{0} holds {1}")
    @CsvSource({
        "麸质,             GLUTEN",
        "小麦粉,           GLUTEN",
        "馒头,             GLUTEN",
        "oats,             GLUTEN",
        "虾仁,             CRUSTACEAN",
        "小龍蝦,           CRUSTACEAN",
        "大闸蟹,           CRUSTACEAN",
        "prawns,           CRUSTACEAN",
        "鸡蛋,             EGG",
        "蛋糕,             EGG",
        "皮蛋瘦肉粥,       EGG",
        "带鱼,             FISH",
        "清蒸鲈鱼,         FISH",
        "Anchovies,        FISH",
        "花生碎,           PEANUT",
        "可能含有花生,     PEANUT",
        "豆腐,             SOY",
        "腐乳,             SOY",
        "soy sauce,        SOY",
        "soybeans,         SOY",
        "牛奶,             MILK",
        "酸奶,             MILK",
        "乳糖,             MILK",
        "cheese,           MILK",
        "核桃仁,           NUT",
        "杏仁,             NUT",
        "tree nuts,        NUT",
        "TREE_NUTS,        NUT",
        "Cashews,          NUT",
        "西芹,             CELERY",
        "芥末,             MUSTARD",
        "芝麻酱,           SESAME",
        "香油,             SESAME",
        "二氧化硫,         SULPHITE",
        "sulfites,         SULPHITE",
        "E220,             SULPHITE",
        "羽扇豆,           LUPIN",
        "扇贝,             MOLLUSC",
        "蚝油,             MOLLUSC",
        "squid,            MOLLUSC",
        "crunchypeanutpaste, PEANUT",
        "花生过敏（严重）, PEANUT",
    })
    void a_word_is_recognised_at_any_position(String word, String code) {
        assertThat(Allergens.among(List.of(word), List.of(code))).containsExactly(code);
        assertThat(Allergens.among(List.of(code), List.of(word))).containsExactly(code);
    }

    @ParameterizedTest(name = "{0} is no {1}")
    @CsvSource({
        "椰子,     NUT",
        "椰奶,     MILK",
        "coconut,  NUT",
        "coconut milk, MILK",
        "nutmeg,   NUT",
        "doughnut, NUT",
        "chestnuts, NUT",
        "板栗,     NUT",
        "peanut,   NUT",
        "peanut butter, MILK",
        "花生酱,   SOY",
        "荞麦,     GLUTEN",
        "buckwheat, GLUTEN",
        "鱼香肉丝, FISH",
        "鱼腥草,   FISH",
        "鱿鱼,     FISH",
        "蟹味菇,   CRUSTACEAN",
        "豆腐乳,   MILK",
        "豆奶,     MILK",
        "soy milk, MILK",
        "乳鸽,     MILK",
        "蛋白质,   EGG",
        "eggplant, EGG",
        "土豆,     SOY",
        "红豆,     SOY",
        "四季豆,   SOY",
        "芝麻菜,   SESAME",
        "芥菜,     MUSTARD",
        "cod,      MILK",
        "无,       PEANUT",
    })
    void what_only_looks_like_it_is_something_else(String word, String code) {
        assertThat(Allergens.among(List.of(word), List.of(code))).isEmpty();
        assertThat(Allergens.among(List.of(code), List.of(word))).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "芒果,      芒果,     true",
        "芒果,      芒 果,    true",
        "芒果干,    芒果,     true",
        "芒果,      芒果花生, true",
        "Kiwi,      ＫＩＷＩ, true",
        "kiwis,     kiwi,     true",
        "mango pudding, mango, true",
        "香菜、芒果, 芒果,    true",
        "桃,        桃,       true",
        "桃,        杨桃,     false",
        "芒果,      菠萝,     false",
        "椰子,      椰子,     true",
        "椰子糖,    椰子,     true",
        "coconut,   Coconuts, true",
        "含有芒果,  含有菠萝, false",
        "none,      none,     false",
    })
    void other_words_are_compared_without_case_width_and_blanks(
            String dish, String elder, boolean alike) {
        assertThat(!Allergens.among(List.of(dish), List.of(elder)).isEmpty()).isEqualTo(alike);
    }

    @Test
    void a_word_of_several_groups_is_of_each() {
        assertThat(Allergens.among(List.of("虾", "鱼", "蛤蜊", "蛋"), List.of("海鲜")))
                .containsExactly("CRUSTACEAN", "FISH", "MOLLUSC");
        assertThat(Allergens.fold(List.of("海鲜"))).containsExactly("海鲜");
    }

    @Test
    void what_says_more_than_a_code_is_kept_as_it_was_written() {
        assertThat(Allergens.fold(List.of("花生", "Peanuts", "花生碎饼", "芒果", "无", "none")))
                .containsExactly("PEANUT", "花生碎饼", "芒果");
    }

    @Test
    void words_are_printed_in_both_languages() {
        assertThat(Allergens.printed("PEANUT")).isEqualTo("花生 peanut");
        assertThat(Allergens.printed("花生碎饼")).isEqualTo("花生碎饼 (花生 peanut)");
        assertThat(Allergens.printed("芒果")).isEqualTo("芒果");
    }

    /// Folded again, words stay as they are: rows are folded when they are read, too.
    @ParameterizedTest
    @ValueSource(strings = {"PEANUT", "花生", "花生碎饼", "芒果", "海鲜", "tree nuts"})
    void folding_twice_is_folding_once(String word) {
        var once = Allergens.fold(List.of(word));

        assertThat(Allergens.fold(once)).isEqualTo(once);
    }
}
