package org.nuancan.http.json;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.http.text.ContractDate;
import org.nuancan.http.text.Id;

/// Reads the contract's own types from paths and queries.
@Singleton
final class PathTypes implements TypeConverterRegistrar {

    private static final String OURS = "org.nuancan.";

    @Override
    public void register(MutableConversionService conversions) {
        conversions.addConverter(
                CharSequence.class, Id.class, (text, _, _) -> Optional.of(Id.of(text.toString())));
        conversions.addConverter(
                CharSequence.class,
                LocalDate.class,
                (text, _, context) -> read(text, context, ContractDate::parse));
        conversions.addConverter(
                CharSequence.class,
                YearMonth.class,
                (text, _, context) -> read(text, context, ContractDate::month));
        conversions.addConverter(CharSequence.class, Enum.class, PathTypes::constant);
        conversions.addConverter(
                CharSequence.class,
                Instant.class,
                (text, _, context) ->
                        read(text, context, words -> ContractTypes.time(words).toInstant()));
    }

    /// Enums of the contract have exactly one spelling. Enums in the settings of libraries are read
    /// as their framework does.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<Enum> constant(
            CharSequence text, Class<Enum> type, ConversionContext context) {
        var isOurs = type.getName().startsWith(OURS);
        var word = text.toString();
        for (var constant : type.getEnumConstants()) {
            var name = constant.name();
            if (isOurs ? name.equals(word) : isMeant(name, word)) {
                return Optional.of(constant);
            }
        }
        context.reject(text, new IllegalArgumentException("no such word"));
        return Optional.empty();
    }

    private static boolean isMeant(String name, String word) {
        return name.equalsIgnoreCase(word) || name.equalsIgnoreCase(word.replace('-', '_'));
    }

    private static <T> Optional<T> read(
            CharSequence text, ConversionContext context, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.toString()));
        } catch (DateTimeException exception) {
            context.reject(text, exception);
            return Optional.empty();
        }
    }
}
