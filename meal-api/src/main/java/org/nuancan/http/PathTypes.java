package org.nuancan.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/// Reads the contract's own types from paths and queries.
@Singleton
final class PathTypes implements TypeConverterRegistrar {

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
                Instant.class,
                (text, _, context) ->
                        read(text, context, words -> ContractTypes.time(words).toInstant()));
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
