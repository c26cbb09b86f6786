package org.nuancan.db;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converts between a list of words and a text; see [TextLines]. Public, since mapped records of
/// all packages name it.
@Singleton
public final class TextLinesConverter
        implements AttributeConverter<@Nullable List<String>, @Nullable String> {

    @Override
    public @Nullable String convertToPersistedValue(
            @Nullable List<String> words, ConversionContext context) {
        return words == null ? null : String.join("\n", words);
    }

    @Override
    public @Nullable List<String> convertToEntityValue(
            @Nullable String text, ConversionContext context) {
        if (text == null) {
            return null;
        }
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
