package org.nuancan.finance.statistics;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.nuancan.http.problem.Language;
import org.nuancan.provider.division.Divisions;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;
import org.nuancan.statistics.Dimension;

/// Names of dimensions and their values for readers.
@Singleton
final class ValueNames {

    private static final Properties CHINESE = load("statistics_zh.properties");
    private static final Properties ENGLISH = load("statistics_en.properties");

    private final Divisions divisions;
    private final Sites sites;

    ValueNames(Divisions divisions, Sites sites) {
        this.divisions = divisions;
        this.sites = sites;
    }

    private static Properties load(String name) {
        try (var in = Objects.requireNonNull(ValueNames.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException exception) {
            throw new UncheckedIOException(name, exception);
        }
    }

    /// The name of a dimension.
    String of(Dimension dimension, Language language) {
        return text("by." + dimension.name(), dimension.name(), language);
    }

    /// The names of the values of a cell, in their order.
    List<String> of(List<Dimension> by, List<String> key, Language language) {
        return IntStream.range(0, by.size())
                .mapToObj(at -> name(by.get(at), key.get(at), language))
                .toList();
    }

    private String name(Dimension dimension, String value, Language language) {
        if (value.equals(Dimension.NONE) || value.equals(Dimension.ANONYMOUS)) {
            return text(value, value, language);
        }
        return switch (dimension) {
            case month, ageBand, policy -> value;
            case district, street -> divisions.name(value).orElse(value);
            case site -> sites.find(Long.parseLong(value)).map(SiteOnFile::name).orElse(value);
            case siteType, slot, fulfilment, category, household, tender ->
                    text(dimension.name() + "." + value, value, language);
        };
    }

    private static String text(String key, String absent, Language language) {
        var texts =
                switch (language) {
                    case CHINESE -> CHINESE;
                    case ENGLISH -> ENGLISH;
                };
        return texts.getProperty(key, absent);
    }
}
