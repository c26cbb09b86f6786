package org.nuancan.provider;

/// A provider as stored.
///
/// @param districtCode the district it belongs to, 6 digits; it never changes
/// @param bankAccount with the full number
public record ProviderOnFile(
        long providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        BankAccount bankAccount) {}
