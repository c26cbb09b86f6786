package org.nuancan.place;

import io.micronaut.data.annotation.MappedEntity;

/// The place of a row of `provider`.
@MappedEntity("provider")
record ProviderPlaceEntity(long providerId, String districtCode) {}
