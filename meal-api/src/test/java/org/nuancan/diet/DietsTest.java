package org.nuancan.diet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which needs a dish meets.
class DietsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "HALAL,      HALAL",
        "清真,       HALAL",
        "回民,       HALAL",
        "Halal Food, HALAL",
        "低盐,       LOW_SALT",
        "low-salt,   LOW_SALT",
        "低鹽,       LOW_SALT",
        "糖尿病,     LOW_SUGAR",
        "Diabetic,   LOW_SUGAR",
        "软食,       SOFT",
        "ＳＯＦＴ,   SOFT",
        "素食,       VEGETARIAN",
        "纯素,       VEGAN",
        "流食,       PUREED",
    })
    void words_are_folded_to_codes(String word, String code) {
        assertThat(Diets.fold(List.of(word))).containsExactly(code);
    }

    @ParameterizedTest(name = "a need of {0}, a dish {1}: lacks {2}")
    @CsvSource({
        "HALAL,        HALAL,      ",
        "清真,         HALAL,      ",
        "HALAL,        清真餐,     ",
        "HALAL,        SOFT,       HALAL",
        "HALAL,        非清真,     HALAL",
        "HALAL,        not halal,  HALAL",
        "清真餐要软烂, HALAL,      SOFT",
        "低盐饮食,     LOW_SALT,   ",
        "低盐饮食,     SOFT,       LOW_SALT",
        "VEGETARIAN,   VEGAN,      ",
        "VEGAN,        VEGETARIAN, VEGAN",
        "SOFT,         PUREED,     ",
        "少辣,         少 辣,      ",
        "少辣,         SOFT,       少辣",
        "普通,         SOFT,       ",
        "无,           SOFT,       ",
    })
    void a_dish_meets_what_it_says_it_is_fit_for(String need, String fit, String lacking) {
        assertThat(Diets.unmet(List.of(need), List.of(fit)))
                .isEqualTo(lacking == null ? List.of() : List.of(lacking));
    }

    @Test
    void a_dish_that_says_nothing_meets_nothing() {
        assertThat(Diets.unmet(List.of("HALAL", "SOFT"), List.of()))
                .containsExactly("HALAL", "SOFT");
        assertThat(Diets.unmet(List.of(), List.of())).isEmpty();
    }
}
