package org.nuancan.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.money.Fen;

/// The prices of the sites, dated by instant.
@Singleton
public final class Prices {

    /// What was never set anew was always so: the first list of a site holds from here on.
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final int SITES_REMEMBERED_AT_MOST = 10_000;

    /// Sales of earlier days, which tills that were cut off send later, are read anew.
    private static final Duration REMEMBERED_BACK = Duration.ofDays(2);

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Watch watch;

    /// When which list of a site holds.
    ///
    /// @param since what ended before is not in it
    /// @param count of all lists before it was read: it grows with every change
    private record Periods(List<Period> periods, Instant since, long count) {

        private boolean holds(long current, Instant from) {
            return count == current && !since.isAfter(from);
        }
    }

    private final Cache<Long, Periods> sites =
            Caffeine.newBuilder().maximumSize(SITES_REMEMBERED_AT_MOST).build();

    /// A list never changes once it is written, so it may be remembered for good.
    private final Cache<Long, PriceList> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    Prices(Transactions transactions, Ids ids, Clock clock, @RealTime InstantSource realTime) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.watch = new Watch(realTime);
    }

    /// The prices of a site now.
    public PriceList now(long siteId) {
        return transactions.reading(connection -> at(connection, siteId, clock.instant()));
    }

    /// The prices of a site as they were at an instant; empty if it had set none.
    public PriceList at(Connection connection, long siteId, Instant at) throws SQLException {
        return over(connection, List.of(siteId), at, at).at(siteId, at);
    }

    /// The prices of some sites over a time, as they were known at most a second ago.
    ///
    /// @param from the first instant
    /// @param to the last
    public PricesOverTime over(
            Connection connection, Collection<Long> siteIds, Instant from, Instant to)
            throws SQLException {
        var count = watch.count(() -> transactions.reading(Prices::count));
        var known = new HashMap<>(sites.getAllPresent(new HashSet<>(siteIds)));
        known.values().removeIf(periods -> !periods.holds(count, from));
        var unknown = siteIds.stream().filter(id -> !known.containsKey(id)).distinct().sorted();
        known.putAll(read(connection, unknown.toList(), from.minus(REMEMBERED_BACK), count));
        var lists = new ArrayList<PricesOverTime.Dated>();
        for (var periods : known.values()) {
            for (var period : periods.periods) {
                if (period.holdsIn(from, to)) {
                    lists.add(period.with(list(connection, period.listId)));
                }
            }
        }
        return new PricesOverTime(lists);
    }

    private static long count(Connection connection) throws SQLException {
        return Sql.on(connection, "select count(*) as lists from price_list")
                .one(row -> row.number("lists"));
    }

    private Map<Long, Periods> read(
            Connection connection, List<Long> siteIds, Instant since, long count)
            throws SQLException {
        if (siteIds.isEmpty()) {
            return Map.of();
        }
        var bySite = new HashMap<Long, List<Period>>();
        siteIds.forEach(siteId -> bySite.put(siteId, new ArrayList<>()));
        Sql.on(
                        connection,
                        """
                        select site_id, list_id, valid_from, valid_to
                          from price_list
                         where site_id in (??) and (valid_to is null or valid_to > ?)
                         order by list_id desc
                        """)
                .withAll(siteIds)
                .with(since)
                .list(Period::read)
                .forEach(period ->
                        bySite.computeIfAbsent(period.siteId, _ -> new ArrayList<>()).add(period));
        var found = new HashMap<Long, Periods>();
        bySite.forEach((siteId, periods) -> found.put(siteId, new Periods(periods, since, count)));
        sites.putAll(found);
        return found;
    }

    private record Period(long siteId, long listId, Instant from, Optional<Instant> to) {

        private static Period read(Row row) throws SQLException {
            return new Period(
                    row.number("site_id"),
                    row.number("list_id"),
                    row.instant("valid_from"),
                    row.maybeInstant("valid_to"));
        }

        private boolean holdsIn(Instant first, Instant last) {
            return !from.isAfter(last) && (to.isEmpty() || to.get().isAfter(first));
        }

        private PricesOverTime.Dated with(PriceList list) {
            return new PricesOverTime.Dated(siteId, from, to, list);
        }
    }

    private PriceList list(Connection connection, long listId) throws SQLException {
        var known = remembered.getIfPresent(listId);
        if (known != null) {
            return known;
        }
        var read = read(connection, listId);
        remembered.put(listId, read);
        return read;
    }

    /// From now on these are the prices of the site and no others.
    ///
    /// @param by who says so
    /// @throws IllegalStateException if there is no such site
    public void replace(long siteId, PriceList prices, String by) {
        var _ =
                transactions.inOne(connection -> {
                    // One after another: of two that replace at once the later one holds.
                    var _ =
                            Sql.on(
                                            connection,
                                            "select site_id from site where site_id = ? for update")
                                    .with(siteId)
                                    .one(row -> row.number("site_id"));
                    return replace(connection, siteId, prices, by);
                });
        watch.expire();
    }

    private long replace(Connection connection, long siteId, PriceList prices, String by)
            throws SQLException {
        var now = clock.instant();
        var first =
                !Sql.on(connection, "select list_id from price_list where site_id = ? limit 1")
                        .with(siteId)
                        .exists();
        // Where business time was set back, a list may begin later than now: it is overtaken whole.
        Sql.on(
                        connection,
                        """
                        update price_list
                           set valid_to = greatest(valid_from, ?)
                         where site_id = ? and (valid_to is null or valid_to > ?)
                        """)
                .with(now, siteId, now)
                .run();
        var listId = ids.next();
        Batch.into("price_list", "list_id", "site_id", "valid_from", "set_by", "set_at")
                .row(listId, siteId, first ? EVER : now, by, now)
                .write(connection);
        var rows =
                Batch.into(
                        "price",
                        "list_id",
                        "sku",
                        "position",
                        "name",
                        "price_fen",
                        "subsidisable",
                        "open_price");
        var position = 0;
        for (var item : prices.items()) {
            rows.row(
                    listId,
                    item.sku(),
                    position++,
                    item.name(),
                    item.price().value(),
                    item.subsidisable(),
                    item.openPrice());
        }
        rows.write(connection);
        return listId;
    }

    private static PriceList read(Connection connection, long listId) throws SQLException {
        return new PriceList(
                Sql.on(
                                connection,
                                """
                                select sku, name, price_fen, subsidisable, open_price
                                  from price
                                 where list_id = ?
                                 order by position
                                """)
                        .with(listId)
                        .list(row ->
                                new PricedItem(
                                        row.text("sku"),
                                        row.text("name"),
                                        Fen.of(row.number("price_fen")),
                                        row.flag("subsidisable"),
                                        row.flag("open_price"))));
    }
}
