package org.nuancan.ordering;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// A filter for orders. An empty field does not filter.
///
/// @param elderId the elder
/// @param siteId the site that cooks
/// @param date the service date
/// @param slot the slot of the meal
/// @param state the state of the order
/// @param deliveryProviderId the provider that delivers; the kitchen's own, if it delivers itself
/// @param q the id of the order, or the elder's full name, phone number or card number
@Introspected
public record OrderFilter(
        @QueryValue @Nullable Id elderId,
        @QueryValue @Nullable Id siteId,
        @QueryValue @Nullable LocalDate date,
        @QueryValue @Nullable Slot slot,
        @QueryValue @Nullable PreorderState state,
        @QueryValue @Nullable Id deliveryProviderId,
        @QueryValue @Nullable @Size(max = 100) String q) {}
