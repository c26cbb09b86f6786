package org.nuancan.http;

import io.micronaut.context.annotation.Context;
import org.nuancan.seal.Secrets;

/// Lets nothing start without `nuancan.secret`.
@Context
final class SecretAtStart {

    /// @throws IllegalStateException if the secret is missing or too short
    SecretAtStart(Secrets secrets) {
        var _ = secrets.seal();
    }
}
