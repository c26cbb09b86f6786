package org.nuancan.provider.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Watch;
import org.nuancan.provider.site.SiteRepository.WithProvider;
import org.nuancan.provider.stop.ProviderStops;

/// Stores sites.
@Singleton
public final class Sites {

    private static final int REMEMBERED_AT_MOST = 10_000;

    private final Transactions transactions;
    private final SiteRepository repository;
    private final ProviderStops stops;
    private final Ids ids;
    private final SiteChanges changes;
    private final Clock clock;
    private final Watch watch;
    private final Cache<Long, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    /// @param versions the value of [#versions] before the site was read
    private record Remembered(SiteOnFile site, long versions) {}

    Sites(
            Transactions transactions,
            SiteRepository repository,
            ProviderStops stops,
            Ids ids,
            SiteChanges changes,
            Clock clock,
            @RealTime InstantSource realTime) {
        this.transactions = transactions;
        this.repository = repository;
        this.stops = stops;
        this.ids = ids;
        this.changes = changes;
        this.clock = clock;
        this.watch = new Watch(realTime);
    }

    /// One site, as it was at most a second ago.
    public Optional<SiteOnFile> find(long siteId) {
        var versions = watch.count(this::versions);
        var known = remembered.getIfPresent(siteId);
        if (known != null && known.versions == versions) {
            return Optional.of(known.site);
        }
        var site = findNow(siteId);
        site.ifPresent(found -> remembered.put(siteId, new Remembered(found, versions)));
        return site;
    }

    /// Records a change of a provider on this node: the next caller reads the versions.
    public void expire() {
        watch.expire();
    }

    private long versions() {
        return transactions.reading(_ -> repository.sumVersions());
    }

    /// One site as it is now.
    public Optional<SiteOnFile> findNow(long siteId) {
        return transactions.reading(
                _ -> repository.find(siteId).map(site -> site.site(stops.of(site.providerId()))));
    }

    /// The sites in divisions whose code starts with `area`, of one provider or of all, ordered by
    /// id, from the one after `after` on.
    ///
    /// @param area empty for all divisions
    /// @param providerId empty for all providers
    public List<SiteOnFile> list(String area, Optional<Long> providerId, long after, int limit) {
        return transactions.reading(_ -> {
            var found = repository.list(area, providerId.orElse(null), after, limit);
            var known = stops.byProvider(found.stream().map(WithProvider::providerId).toList());
            return found.stream()
                    .map(site -> site.site(known.getOrDefault(site.providerId(), List.of())))
                    .toList();
        });
    }

    /// Locks a site until the transaction ends, so that concurrent changes run one after another.
    ///
    /// @throws IllegalStateException if there is no such site
    public void lock(long siteId) {
        if (transactions.inOne(_ -> repository.lock(siteId)).isEmpty()) {
            throw new IllegalStateException("no site " + siteId);
        }
    }

    /// Adds a site.
    ///
    /// @param provider its provider
    /// @param by the user
    /// @throws IllegalArgumentException if it is not in its provider's district
    public SiteOnFile add(ProviderOnFile provider, SiteProfile profile, String by) {
        mustLieIn(provider.districtCode(), profile);
        var site =
                new SiteOnFile(
                        ids.next(),
                        provider.providerId(),
                        provider.name(),
                        profile,
                        provider.stops(),
                        1);
        return transactions.inOne(_ -> {
            repository.add(
                    site.siteId(),
                    site.providerId(),
                    site.districtCode(),
                    profile.division(),
                    profile.name(),
                    profile.type(),
                    profile.grade(),
                    profile.listedFrom(),
                    profile.listedTo().orElse(null),
                    profile.address(),
                    profile.place().latitudeMicro(),
                    profile.place().longitudeMicro(),
                    profile.seats(),
                    profile.dailyCapacity());
            changes.keep(Optional.empty(), site, by, clock.instant());
            return site;
        });
    }

    /// Changes the profile of a site, unless the site changed since it was read.
    ///
    /// @param changed the site as it was read, with another profile
    /// @return the site with its next version; empty if its stored version differs from the one
    ///   that was read
    /// @throws IllegalArgumentException if it leaves its provider's district
    public Optional<SiteOnFile> change(SiteOnFile site, SiteProfile changed, String by) {
        mustLieIn(site.districtCode(), changed);
        var next =
                new SiteOnFile(
                        site.siteId(),
                        site.providerId(),
                        site.providerName(),
                        changed,
                        site.stops(),
                        Math.addExact(site.version(), 1));
        try {
            var _ =
                    transactions.inOne(_ -> {
                        var kept = repository.update(SiteEntity.of(site, changed));
                        changes.keep(Optional.of(site), next, by, clock.instant());
                        return kept;
                    });
            return Optional.of(next);
        } catch (OptimisticLockException _) {
            return Optional.empty();
        } finally {
            remembered.invalidate(site.siteId());
        }
    }

    private static void mustLieIn(String districtCode, SiteProfile profile) {
        if (!profile.division().startsWith(districtCode)) {
            throw new IllegalArgumentException(
                    "a site in %s is not in its provider's district %s"
                            .formatted(profile.division(), districtCode));
        }
    }
}
