package org.nuancan.provider.price;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Ids;
import org.nuancan.db.InList;

/// Stores price lists.
@Singleton
class PriceRecords {

    /// Start of a site's first list, which also applies to earlier sales.
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private final PriceListRepository lists;
    private final PriceRepository prices;
    private final Ids ids;

    PriceRecords(PriceListRepository lists, PriceRepository prices, Ids ids) {
        this.lists = lists;
        this.prices = prices;
        this.ids = ids;
    }

    /// A count that grows with every list.
    @ReadOnly
    long count() {
        return lists.count();
    }

    /// The lists of sites that did not end before an instant, the latest first.
    @ReadOnly
    List<PriceListEntity> list(List<Long> siteIds, Instant since) {
        return lists.list(InList.of(siteIds), since);
    }

    @ReadOnly
    PriceList find(long listId) {
        return new PriceList(
                prices.findByIdListIdOrderByPosition(listId).stream()
                        .map(PriceEntity::item)
                        .toList());
    }

    /// The list of a site that is in force at an instant, without a cache; empty if there is none.
    @ReadOnly
    PriceList now(long siteId, Instant at) {
        return lists.list(List.of(siteId), at).stream()
                .filter(list -> list.holdsIn(at, at))
                .findFirst()
                .map(list -> find(list.listId()))
                .orElseGet(() -> new PriceList(List.of()));
    }

    /// Adds a list that is in force from now on, and ends the current ones, in the current
    /// transaction.
    void add(long siteId, PriceList list, String by, Instant now) {
        var first = !lists.existsBySiteId(siteId);
        lists.end(siteId, now);
        var listId = ids.next();
        var _ = lists.save(new PriceListEntity(listId, siteId, first ? EVER : now, null, by, now));
        var rows = new ArrayList<PriceEntity>();
        for (var item : list.items()) {
            rows.add(PriceEntity.of(listId, rows.size(), item));
        }
        var _ = prices.saveAll(rows);
    }
}
