package org.nuancan.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.money.Fen;

/// The prices of the sites, dated by instant.
@Singleton
public final class Prices {

    /// What was never set anew was always so: the first list of a site holds from here on.
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final int REMEMBERED_AT_MOST = 2_000;

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    /// A list never changes once it is written, so it may be remembered for good.
    private final Cache<Long, PriceList> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    Prices(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// The prices of a site now.
    public PriceList now(long siteId) {
        return transactions.reading(connection -> at(connection, siteId, clock.instant()));
    }

    /// The prices of a site as they were at an instant; empty if it had set none.
    public PriceList at(Connection connection, long siteId, Instant at) throws SQLException {
        return over(connection, List.of(siteId), at, at).at(siteId, at);
    }

    /// The prices of some sites over a time, read at once.
    ///
    /// @param from the first instant
    /// @param to the last
    public PricesOverTime over(
            Connection connection, Collection<Long> siteIds, Instant from, Instant to)
            throws SQLException {
        var periods =
                Sql.on(
                                connection,
                                """
                                select site_id, list_id, valid_from, valid_to
                                  from price_list
                                 where site_id in (??) and valid_from <= ?
                                   and (valid_to is null or valid_to > ?)
                                 order by list_id desc
                                """)
                        .withAll(siteIds.stream().distinct().sorted().toList())
                        .with(to, from)
                        .list(row ->
                                new Period(
                                        row.number("site_id"),
                                        row.number("list_id"),
                                        row.instant("valid_from"),
                                        row.maybeInstant("valid_to")));
        var lists = new ArrayList<PricesOverTime.Dated>();
        for (var period : periods) {
            lists.add(period.with(list(connection, period.listId)));
        }
        return new PricesOverTime(lists);
    }

    private record Period(long siteId, long listId, Instant from, Optional<Instant> to) {

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
