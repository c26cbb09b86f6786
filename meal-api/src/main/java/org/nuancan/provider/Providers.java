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
import org.nuancan.provider.stop.ProviderStop;
import org.nuancan.provider.stop.ProviderStops;

/// Stores providers.
@Singleton
public class Providers {

    private final Transactions transactions;
    private final ProviderRepository repository;
    private final AccountNumbers numbers;
    private final Ids ids;
    private final Records records;
    private final Clock clock;

    /// Stops and the history of providers.
    @Singleton
    record Records(ProviderStops stops, Changes changes) {}

    Providers(
            Transactions transactions,
            ProviderRepository repository,
            AccountNumbers numbers,
            Ids ids,
            Records records,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.numbers = numbers;
        this.ids = ids;
        this.records = records;
        this.clock = clock;
    }

    /// One provider.
    ///
    /// @throws org.nuancan.seal.CannotOpen if its account cannot be decrypted; a current
    ///   transaction can then continue
    public Optional<ProviderOnFile> find(long providerId) {
        // Decrypts outside the transaction: an exception within would mark it for rollback.
        var read =
                transactions.reading(_ ->
                        repository
                                .find(providerId, clock.instant())
                                .map(provider ->
                                        new Read(provider, records.stops().of(providerId))));
        return read.map(one -> onFile(one, numbers.account(one.provider())));
    }

    /// One provider for a page: an account number that cannot be decrypted is hidden.
    @ReadOnly
    public Optional<ProviderOnFile> findShown(long providerId) {
        return repository
                .find(providerId, clock.instant())
                .map(provider ->
                        onFile(
                                new Read(provider, records.stops().of(providerId)),
                                numbers.shown(provider)));
    }

    /// Whether payments to a provider wait.
    public boolean isSuspended(long providerId) {
        var stops = transactions.reading(_ -> records.stops().of(providerId));
        var suspensions =
                stops.stream().filter(one -> one.kind() == ProviderStop.Kind.SUSPENDED).toList();
        return ProviderStop.anyHolds(suspensions, clock.instant());
    }

    /// The providers of the districts whose code starts with `area`, ordered by id, from the one
    /// after `after` on. An account number that cannot be decrypted is hidden.
    @ReadOnly
    public List<ProviderOnFile> list(String area, long after, int limit) {
        var found = repository.list(area, after, limit, clock.instant());
        var stops =
                records.stops()
                        .byProvider(
                                found.stream()
                                        .map(ProviderRepository.WithAccount::providerId)
                                        .toList());
        return found.stream()
                .map(provider ->
                        onFile(
                                new Read(
                                        provider,
                                        stops.getOrDefault(provider.providerId(), List.of())),
                                numbers.shown(provider)))
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
        var provider =
                new ProviderOnFile(ids.next(), name, kind, districtCode, account, List.of(), 1);
        var _ =
                repository.save(
                        new ProviderEntity(
                                provider.providerId(),
                                name,
                                kind,
                                districtCode,
                                account.name(),
                                numbers.sealFirst(provider.providerId(), account.number()),
                                account.bankCode(),
                                provider.version()));
        records.changes().keep(Optional.empty(), provider, by, clock.instant());
        return provider;
    }

    private record Read(ProviderRepository.WithAccount provider, List<ProviderStop> stops) {}

    private static ProviderOnFile onFile(Read read, BankAccount account) {
        var provider = read.provider();
        return new ProviderOnFile(
                provider.providerId(),
                provider.name(),
                provider.kind(),
                provider.districtCode(),
                account,
                read.stops(),
                provider.version());
    }
}
