package org.nuancan.sale.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Reads, locks and writes the drawers that counters of limits lend to nodes.
final class DrawerStore {

    private static final String SELECT =
            "select counter_id, drawer, meals, fen, limit_meals, limit_fen from limit_quota";

    private static final String IN_ORDER = " order by counter_id, drawer for update";

    private DrawerStore() {}

    /// A node's drawer of a counter.
    record Drawer(long counterId, int number) implements Comparable<Drawer> {

        @Override
        public int compareTo(Drawer other) {
            return counterId == other.counterId
                    ? Integer.compare(number, other.number)
                    : Long.compare(counterId, other.counterId);
        }
    }

    /// The quotas left in one node's drawers; does not wait for locks.
    static Map<Long, Quota> drawer(Connection connection, Collection<Long> ids, int drawer)
            throws SQLException {
        var quotas = new HashMap<Long, Quota>();
        Sql.on(
                        connection,
                        """
                        select counter_id, meals, fen, limit_meals, limit_fen
                        from limit_quota
                        where counter_id in (??) and drawer = ?
                        """)
                .withAll(ids)
                .with(drawer)
                .forEach(row -> quotas.put(row.number("counter_id"), quota(row)));
        return quotas;
    }

    /// Locks all drawers of some counters and one node's of others, in the order of counter and
    /// drawer.
    static Later<Map<Long, SortedMap<Integer, Quota>>> lock(
            RoundTrip trip, SortedSet<Long> whole, Collection<Long> ids, int drawer) {
        var query =
                Sql.on(
                                trip.connection(),
                                SELECT
                                        + LimitStore.BY_ID
                                        + "where counter_id in (??)"
                                        + " or (counter_id in (??) and drawer = ?)"
                                        + IN_ORDER)
                        .withAll(whole)
                        .withAll(ids)
                        .with(drawer);
        return byCounter(trip, query);
    }

    /// Locks the drawers of other nodes, except those that another transaction has locked.
    static Later<Map<Long, SortedMap<Integer, Quota>>> lockFree(
            RoundTrip trip, SortedSet<Long> ids, int drawer) {
        if (ids.isEmpty()) {
            return Map::of;
        }
        var query =
                Sql.on(
                                trip.connection(),
                                SELECT
                                        + LimitStore.BY_ID
                                        + "where counter_id in (??) and drawer <> ?"
                                        + IN_ORDER
                                        + " skip locked")
                        .withAll(ids)
                        .with(drawer);
        return byCounter(trip, query);
    }

    /// All drawers of some counters as they were committed; does not wait for locks.
    static Later<Map<Long, SortedMap<Integer, Quota>>> list(RoundTrip trip, SortedSet<Long> ids) {
        return ids.isEmpty()
                ? Map::of
                : byCounter(
                        trip,
                        Sql.on(trip.connection(), SELECT + " where counter_id in (??)")
                                .withAll(ids));
    }

    private static Later<Map<Long, SortedMap<Integer, Quota>>> byCounter(
            RoundTrip trip, Sql query) {
        var rows = trip.ask(query, row -> Map.entry(drawer(row), quota(row)));
        return () -> byCounter(rows.get());
    }

    private static Map<Long, SortedMap<Integer, Quota>> byCounter(
            List<Map.Entry<Drawer, Quota>> rows) {
        var drawers = new HashMap<Long, SortedMap<Integer, Quota>>();
        for (var row : rows) {
            drawers.computeIfAbsent(row.getKey().counterId(), _ -> new TreeMap<>())
                    .put(row.getKey().number(), row.getValue());
        }
        return drawers;
    }

    private static Drawer drawer(Row row) throws SQLException {
        return new Drawer(row.number("counter_id"), row.integer("drawer"));
    }

    /// Writes drawers. The transaction has locked them, or their counters.
    static void write(RoundTrip trip, SortedMap<Drawer, Quota> quotas) {
        var batch =
                Batch.into(
                        "limit_quota",
                        "counter_id",
                        "drawer",
                        "meals",
                        "fen",
                        "limit_meals",
                        "limit_fen");
        quotas.forEach((drawer, quota) ->
                batch.row(
                        drawer.counterId(),
                        drawer.number(),
                        quota.left().meals(),
                        quota.left().fen().value(),
                        orNull(quota.limitMeals()),
                        orNull(quota.limitFen())));
        batch.writeOver(trip, "meals", "fen", "limit_meals", "limit_fen");
    }

    private static Quota quota(Row row) throws SQLException {
        return new Quota(LimitStore.tally(row), maybe(row, "limit_meals"), maybe(row, "limit_fen"));
    }

    private static OptionalLong maybe(Row row, String column) throws SQLException {
        var number = row.maybeNumber(column);
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
