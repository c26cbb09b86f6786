package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Who fetches an ordered meal, and how it is paid.
///
/// @param credential the elder's, or a code for who fetches it
/// @param tenders how it is paid; none when nothing is to pay
@Introspected
record CollectBody(
        @NotNull @Valid CredentialBody credential,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders) {}
