package org.nuancan.provider;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `provider`.
///
/// @param accountNumber number of its first account, encrypted by [AccountNumbers]
@MappedEntity("provider")
record ProviderEntity(
        @Id long providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        String accountName,
        String accountNumber,
        String bankCode) {}
