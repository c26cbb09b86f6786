package org.nuancan.provider.price;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.provider.Watch;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// The prices of the sites, dated by instant.
@Singleton
public final class Prices {

    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final int SITES_REMEMBERED_AT_MOST = 10_000;

    /// How far back lists are cached. Lists for older sales, which tills may send after being
    /// offline, are read again.
    private static final Duration REMEMBERED_BACK = Duration.ofDays(2);

    private final Transactions transactions;
    private final Sites places;
    private final PriceRecords records;
    private final AuditLog audit;
    private final Clock clock;
    private final Watch watch;

    /// The periods of the lists of a site.
    ///
    /// @param since lists that ended before are not included
    /// @param count number of all lists before it was read: it grows with every change
    private record Periods(List<PriceListEntity> periods, Instant since, long count) {

        private boolean holds(long current, Instant from) {
            return count == current && !since.isAfter(from);
        }
    }

    private final Cache<Long, Periods> sites =
            Caffeine.newBuilder().maximumSize(SITES_REMEMBERED_AT_MOST).build();

    /// A list never changes after it is written, so the cache needs no expiry.
    private final Cache<Long, PriceList> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    Prices(
            Transactions transactions,
            Sites places,
            PriceRecords records,
            AuditLog audit,
            Clock clock,
            @RealTime InstantSource realTime) {
        this.transactions = transactions;
        this.places = places;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        this.watch = new Watch(realTime);
    }

    /// The prices of a site now.
    public PriceList now(long siteId) {
        return at(siteId, clock.instant());
    }

    /// The prices of a site as they were at an instant; empty if it had set none.
    public PriceList at(long siteId, Instant at) {
        return over(List.of(siteId), at, at).at(siteId, at);
    }

    /// The prices of some sites over a time, as they were known at most a second ago. Opens no
    /// transaction for cached lists.
    ///
    /// @param from the first instant
    /// @param to the last
    public PricesOverTime over(Collection<Long> siteIds, Instant from, Instant to) {
        var count = watch.count(records::count);
        var known = new HashMap<>(sites.getAllPresent(new HashSet<>(siteIds)));
        known.values().removeIf(periods -> !periods.holds(count, from));
        var unknown = siteIds.stream().filter(id -> !known.containsKey(id)).distinct().sorted();
        known.putAll(read(unknown.toList(), from.minus(REMEMBERED_BACK), count));
        var dated = new ArrayList<PricesOverTime.Dated>();
        for (var periods : known.values()) {
            for (var period : periods.periods) {
                if (period.holdsIn(from, to)) {
                    dated.add(
                            new PricesOverTime.Dated(
                                    period.siteId(),
                                    period.validFrom(),
                                    Optional.ofNullable(period.validTo()),
                                    list(period.listId())));
                }
            }
        }
        return new PricesOverTime(dated);
    }

    private Map<Long, Periods> read(List<Long> siteIds, Instant since, long count) {
        if (siteIds.isEmpty()) {
            return Map.of();
        }
        var bySite = new HashMap<Long, List<PriceListEntity>>();
        siteIds.forEach(siteId -> bySite.put(siteId, new ArrayList<>()));
        for (var period : records.list(siteIds, since)) {
            bySite.computeIfAbsent(period.siteId(), _ -> new ArrayList<>()).add(period);
        }
        var found = new HashMap<Long, Periods>();
        bySite.forEach((siteId, periods) -> found.put(siteId, new Periods(periods, since, count)));
        sites.putAll(found);
        return found;
    }

    private PriceList list(long listId) {
        var known = remembered.getIfPresent(listId);
        if (known != null) {
            return known;
        }
        var read = records.find(listId);
        remembered.put(listId, read);
        return read;
    }

    private AuditLog.Entry audited(long siteId, PriceList before, PriceList after, String by) {
        return new AuditLog.Entry(
                AuditLog.Area.PRICE,
                by,
                "REPLACED",
                "site " + siteId,
                "",
                new AuditLog.Content(
                        places.findNow(siteId).map(SiteOnFile::division).orElse(""),
                        FieldChange.between(texts(before), texts(after))));
    }

    private static Map<String, String> texts(PriceList list) {
        var texts = new LinkedHashMap<String, String>();
        for (var item : list.items()) {
            texts.put(
                    item.sku(),
                    "%s %s%s"
                            .formatted(
                                    item.openPrice() ? "open price" : item.price().value() + " fen",
                                    item.name(),
                                    item.subsidisable() ? "" : " (not subsidisable)"));
        }
        return texts;
    }

    /// Replaces the prices of the site from now on.
    ///
    /// @param by the user
    /// @throws IllegalStateException if there is no such site
    public void replace(long siteId, PriceList list, String by) {
        var _ =
                transactions.inOne(_ -> {
                    // Concurrent replacements run one after another; the later one is kept.
                    places.lock(siteId);
                    var before = records.now(siteId, clock.instant());
                    records.add(siteId, list, by, clock.instant());
                    audit.write(List.of(audited(siteId, before, list, by)));
                    return true;
                });
        watch.expire();
    }
}
