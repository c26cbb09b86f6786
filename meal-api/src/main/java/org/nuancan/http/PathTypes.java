package org.nuancan.http;

import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Reads the contract's own types from paths and queries.
@Singleton
final class PathTypes implements TypeConverterRegistrar {

    @Override
    public void register(MutableConversionService conversions) {
        conversions.addConverter(
                CharSequence.class, Id.class, (text, _, _) -> Optional.of(Id.of(text.toString())));
    }
}
