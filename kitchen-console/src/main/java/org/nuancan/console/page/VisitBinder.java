package org.nuancan.console.page;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Hands a [Visit] to controllers.
@Singleton
final class VisitBinder implements TypedRequestArgumentBinder<Visit> {

    @Override
    public BindingResult<Visit> bind(
            ArgumentConversionContext<Visit> context, HttpRequest<?> request) {
        return () -> of(request);
    }

    @Override
    public Argument<Visit> argumentType() {
        return Argument.of(Visit.class);
    }

    static Optional<Visit> of(HttpRequest<?> request) {
        return request.getAttribute(Visit.ATTRIBUTE, Visit.class);
    }
}
