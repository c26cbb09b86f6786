package org.nuancan.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// Texts of findings in Chinese and English: `CODE.title`, and `CODE.text` with `{name}` for the
/// facts.
final class Explanations {

    private static final Properties CHINESE = load("explanations_zh.properties");
    private static final Properties ENGLISH = load("explanations_en.properties");

    private Explanations() {}

    static String title(CheckCode code, boolean english) {
        return text(code + ".title", english);
    }

    /// @param held whether the line was put on hold, if the finding is about a line
    static String text(CheckCode code, String facts, boolean held, boolean english) {
        var text =
                text(code + ".text", english)
                        .replace("{held}", text(held ? "line.held" : "line.free", english));
        for (var fact : facts.lines().toList()) {
            var equals = fact.indexOf('=');
            text = text.replace("{" + fact.substring(0, equals) + "}", fact.substring(equals + 1));
        }
        return text;
    }

    private static String text(String key, boolean english) {
        var texts = english ? ENGLISH : CHINESE;
        return Objects.requireNonNull(texts.getProperty(key), () -> "no text for " + key);
    }

    private static Properties load(String name) {
        try (var in = Objects.requireNonNull(Explanations.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException exception) {
            throw new UncheckedIOException(name, exception);
        }
    }
}
