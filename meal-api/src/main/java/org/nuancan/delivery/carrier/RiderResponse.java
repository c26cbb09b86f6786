package org.nuancan.delivery.carrier;

import io.micronaut.core.annotation.Introspected;
import org.nuancan.http.text.Id;

/// A rider.
///
/// @param deliveryProviderId the provider for which the rider delivers
@Introspected
record RiderResponse(String username, String displayName, Id deliveryProviderId) {}
