package org.nuancan.provider.stop;

import static java.util.stream.Collectors.groupingBy;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.db.InList;

/// Reads the times in which providers sell without subsidy.
@Singleton
public class ProviderStops {

    private final ProviderStopRepository repository;

    ProviderStops(ProviderStopRepository repository) {
        this.repository = repository;
    }

    /// The stops of a provider, the earliest recorded first.
    @ReadOnly
    public List<ProviderStop> of(long providerId) {
        return byProvider(List.of(providerId)).getOrDefault(providerId, List.of());
    }

    /// The stops of providers; those without one are left out.
    @ReadOnly
    public Map<Long, List<ProviderStop>> byProvider(Collection<Long> providerIds) {
        if (providerIds.isEmpty()) {
            return Map.of();
        }
        return repository.list(InList.of(providerIds)).stream()
                .map(ProviderStopEntity::stop)
                .collect(groupingBy(ProviderStop::providerId));
    }
}
