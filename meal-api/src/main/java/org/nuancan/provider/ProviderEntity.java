package org.nuancan.provider;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `provider`.
///
/// @param accountNumber of the account it had when it came on file; sealed by [AccountNumbers]
@MappedEntity("provider")
record ProviderEntity(
        @Id long providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        String accountName,
        String accountNumber,
        String bankCode) {}
