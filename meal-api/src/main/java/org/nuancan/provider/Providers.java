package org.nuancan.provider;

import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.db.Ids;
import org.nuancan.db.InList;
import org.nuancan.db.Transactions;

/// Stores providers.
@Singleton
public class Providers {

    private final Transactions transactions;
    private final ProviderRepository repository;
    private final AccountNumbers numbers;
    private final Ids ids;
    private final Changes changes;
    private final Clock clock;

    Providers(
            Transactions transactions,
            ProviderRepository repository,
            AccountNumbers numbers,
            Ids ids,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.numbers = numbers;
        this.ids = ids;
        this.changes = changes;
        this.clock = clock;
    }

    /// One provider.
    ///
    /// @throws org.nuancan.seal.CannotOpen if its account cannot be decrypted; a current
    ///   transaction can then continue
    public Optional<ProviderOnFile> find(long providerId) {
        // Decrypts outside the transaction: an exception within would mark it for rollback.
        return transactions
                .reading(_ -> repository.find(providerId, clock.instant()))
                .map(provider -> onFile(provider, numbers.account(provider)));
    }

    /// One provider for a page: an account number that cannot be decrypted is hidden.
    @ReadOnly
    Optional<ProviderOnFile> findShown(long providerId) {
        return repository
                .find(providerId, clock.instant())
                .map(provider -> onFile(provider, numbers.shown(provider)));
    }

    /// The providers of the districts whose code starts with `area`, ordered by id, from the one
    /// after `after` on. An account number that cannot be decrypted is hidden.
    @ReadOnly
    public List<ProviderOnFile> list(String area, long after, int limit) {
        return repository.list(area, after, limit, clock.instant()).stream()
                .map(provider -> onFile(provider, numbers.shown(provider)))
                .toList();
    }

    /// The names of the providers of a kind in a district, by id and in the order of the ids, from
    /// the one after `after` on.
    @ReadOnly
    public SortedMap<Long, String> namesOfKind(
            String districtCode, ProviderKind kind, long after, int limit) {
        var names = new TreeMap<Long, String>();
        repository
                .listOfKind(districtCode, kind, after, limit)
                .forEach(one -> names.put(one.providerId(), one.name()));
        return names;
    }

    /// The names of providers, by id.
    @ReadOnly
    public Map<Long, String> names(Collection<Long> providerIds) {
        return repository.named(InList.of(providerIds)).stream()
                .collect(
                        toMap(
                                ProviderRepository.Named::providerId,
                                ProviderRepository.Named::name));
    }

    /// Adds a provider.
    ///
    /// @param districtCode 6 digits
    /// @param by the user
    @Transactional
    public ProviderOnFile add(
            String name, ProviderKind kind, String districtCode, BankAccount account, String by) {
        var provider = new ProviderOnFile(ids.next(), name, kind, districtCode, account);
        var _ =
                repository.save(
                        new ProviderEntity(
                                provider.providerId(),
                                name,
                                kind,
                                districtCode,
                                account.name(),
                                numbers.sealFirst(provider.providerId(), account.number()),
                                account.bankCode()));
        changes.keep(Optional.empty(), provider, by, clock.instant());
        return provider;
    }

    private static ProviderOnFile onFile(
            ProviderRepository.WithAccount provider, BankAccount account) {
        return new ProviderOnFile(
                provider.providerId(),
                provider.name(),
                provider.kind(),
                provider.districtCode(),
                account);
    }
}
