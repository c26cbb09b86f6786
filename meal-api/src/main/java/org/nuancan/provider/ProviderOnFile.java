package org.nuancan.provider;

import java.time.Instant;
import java.util.List;
import org.nuancan.provider.stop.ProviderStop;

/// A provider as stored.
///
/// @param districtCode the district it belongs to, 6 digits; it never changes
/// @param bankAccount with the full number
/// @param stops times in which it sells without subsidy
/// @param version number of its changes, from 1
public record ProviderOnFile(
        long providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        BankAccount bankAccount,
        List<ProviderStop> stops,
        int version) {

    /// Copies the stops.
    public ProviderOnFile {
        stops = List.copyOf(stops);
    }

    /// Whether it is suspended, or has ended, at an instant.
    public boolean isStoppedAt(Instant at) {
        return ProviderStop.anyHolds(stops, at);
    }
}
