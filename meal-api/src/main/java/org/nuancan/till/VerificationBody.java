package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// A credential that was presented at the till's reader.
@Introspected
record VerificationBody(@NotNull @Valid CredentialBody credential) {}
