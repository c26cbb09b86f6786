package org.nuancan.console.page;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/// Hands a [SignedIn] to controllers; the [Doorkeeper] has seen to it that there is one.
@Singleton
final class SignedInBinder implements TypedRequestArgumentBinder<SignedIn> {

    @Override
    public BindingResult<SignedIn> bind(
            ArgumentConversionContext<SignedIn> context, HttpRequest<?> request) {
        return () -> request.getAttribute(SignedIn.ATTRIBUTE, SignedIn.class);
    }

    @Override
    public Argument<SignedIn> argumentType() {
        return Argument.of(SignedIn.class);
    }
}
