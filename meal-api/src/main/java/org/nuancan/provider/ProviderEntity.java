package org.nuancan.provider;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `provider`.
///
/// @param accountNumber number of its first account, encrypted by [AccountNumbers]
/// @param version number of its changes and stops; each is made with the row locked
@MappedEntity("provider")
record ProviderEntity(
        @Id long providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        String accountName,
        String accountNumber,
        String bankCode,
        int version) {}
