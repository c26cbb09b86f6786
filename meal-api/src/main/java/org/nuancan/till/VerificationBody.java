package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// What is held against the till's reader.
@Introspected
record VerificationBody(@NotNull @Valid CredentialBody credential) {}
