package org.nuancan.access.revocation;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.CallerClaims;

/// Refuses tokens whose account or sign-in was ended before the tokens expire.
@Singleton
final class NotRevoked implements GenericJwtClaimsValidator<HttpRequest<?>> {

    private final Revocations revocations;

    NotRevoked(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        return claims.get(Claims.SUBJECT) instanceof String name
                && claims.get(CallerClaims.EPOCH) instanceof Number epoch
                && claims.get(CallerClaims.FAMILY) instanceof String familyId
                && !revocations.isVoid(name, epoch.intValue(), Long.parseLong(familyId));
    }
}
