package org.nuancan.till.verification;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.nuancan.till.CredentialBody;

/// A credential that was presented at the till's reader.
@Introspected
public record VerificationBody(@NotNull @Valid CredentialBody credential) {}
