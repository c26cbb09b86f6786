package org.nuancan.till.order;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.TenderBody;

/// A request to hand over an ordered meal, with its payment.
///
/// @param credential the elder's, or a code of the person who fetches the meal
/// @param tenders how the order is paid; none when nothing is to pay
@Introspected
record CollectBody(
        @NotNull @Valid CredentialBody credential,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders) {}
