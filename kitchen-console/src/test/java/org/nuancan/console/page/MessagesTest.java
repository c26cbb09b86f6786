package org.nuancan.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final ResourceBundle ZH = ResourceBundle.getBundle("messages/console_zh");
    private static final ResourceBundle EN = ResourceBundle.getBundle("messages/console_en");
    private static final Pattern ASKED = Pattern.compile("frame\\.t\\(\"([^\"]+)\"[,)]");

    @Test
    void both_languages_have_all_texts() {
        assertThat(ZH.keySet()).isEqualTo(EN.keySet());
        for (var key : ZH.keySet()) {
            assertThat(ZH.getString(key)).as(key).isNotBlank();
            assertThat(EN.getString(key)).as(key).isNotBlank();
        }
    }

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        assertThat(usedKeys()).isNotEmpty().isSubsetOf(ZH.keySet());
    }

    @Test
    void every_place_has_a_name_and_says_what_it_is_for() {
        for (var place : Nav.values()) {
            assertThat(ZH.containsKey(place.key())).as(place.key()).isTrue();
            if (place != Nav.HOME) {
                assertThat(ZH.containsKey(place.key() + ".about")).as(place.key()).isTrue();
            }
        }
    }

    @Test
    void texts_with_places_have_the_same_ones_and_no_apostrophe_that_would_vanish() {
        for (var key : ZH.keySet()) {
            assertThat(ZH.getString(key).contains("{0}"))
                    .as(key)
                    .isEqualTo(EN.getString(key).contains("{0}"));
            if (EN.getString(key).contains("{")) {
                assertThat(EN.getString(key)).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void only_the_chinese_texts_are_chinese() {
        for (var key : EN.keySet()) {
            if (!Set.of("language.other", "app.foot").contains(key)) {
                assertThat(EN.getString(key)).as(key).doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    private static Set<String> usedKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var found = ASKED.matcher(Files.readString(template));
                while (found.find()) {
                    keys.add(found.group(1));
                }
            }
        }
        return keys;
    }
}
