package org.nuancan.access.key;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.nuancan.access.Role;

/// Rotates the key that signs tokens.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class SigningKeyController {

    private final KeyRing keys;

    SigningKeyController(KeyRing keys) {
        this.keys = keys;
    }

    /// @param keyId the new key, as in the JWKS
    @Introspected
    record Rotated(String keyId) {}

    /// Makes a new signing key, which is used at once; tokens of the old one stay valid until they
    /// expire.
    @Post("/v1/signing-keys")
    @Status(HttpStatus.CREATED)
    @Secured(Role.CITY_ADMIN)
    @Operation(summary = "Rotate the signing key without a restart")
    Rotated rotate() {
        return new Rotated(keys.rotate());
    }
}
