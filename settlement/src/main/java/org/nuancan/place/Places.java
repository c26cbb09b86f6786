package org.nuancan.place;

import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.InList;

/// Finds districts of providers and streets of sites. Providers and sites that are not on file have
/// none.
@Singleton
public class Places {

    private final ProviderPlaceRepository providers;
    private final SitePlaceRepository sites;

    Places(ProviderPlaceRepository providers, SitePlaceRepository sites) {
        this.providers = providers;
        this.sites = sites;
    }

    /// A provider's district, 6 digits.
    @ReadOnly
    public Optional<String> districtOf(long providerId) {
        return Optional.ofNullable(districtsOf(List.of(providerId)).get(providerId));
    }

    /// The districts of providers on file, by provider.
    @ReadOnly
    public Map<Long, String> districtsOf(Collection<Long> providerIds) {
        if (providerIds.isEmpty()) {
            return Map.of();
        }
        return providers.list(InList.of(providerIds)).stream()
                .collect(toMap(ProviderPlaceEntity::providerId, ProviderPlaceEntity::districtCode));
    }

    /// The streets of sites, 9 digits each, in order and each once.
    @ReadOnly
    public List<String> streetsOf(Collection<Long> siteIds) {
        if (siteIds.isEmpty()) {
            return List.of();
        }
        return sites.list(InList.of(siteIds)).stream()
                .map(SitePlaceEntity::division)
                .distinct()
                .sorted()
                .toList();
    }

    /// The sites of a street.
    @ReadOnly
    public List<Long> sitesOf(String street) {
        return sites.in(street).stream().map(SitePlaceEntity::siteId).toList();
    }
}
