package org.nuancan.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Reads the contract's own types from paths and queries.
@Singleton
final class PathTypes implements TypeConverterRegistrar {

    @Override
    public void register(MutableConversionService conversions) {
        conversions.addConverter(
                CharSequence.class, Id.class, (text, _, _) -> Optional.of(Id.of(text.toString())));
        conversions.addConverter(
                CharSequence.class, LocalDate.class, (text, _, context) -> date(text, context));
    }

    private static Optional<LocalDate> date(CharSequence text, ConversionContext context) {
        try {
            return Optional.of(ContractDate.parse(text.toString()));
        } catch (DateTimeException exception) {
            context.reject(text, exception);
            return Optional.empty();
        }
    }
}
