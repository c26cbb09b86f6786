package org.nuancan.http;

import io.micronaut.context.annotation.Context;
import org.nuancan.seal.Secrets;

/// Stops the start if `nuancan.secret` is missing.
@Context
final class SecretAtStart {

    /// @throws IllegalStateException if the secret is missing or too short
    SecretAtStart(Secrets secrets) {
        var _ = secrets.seal();
    }
}
