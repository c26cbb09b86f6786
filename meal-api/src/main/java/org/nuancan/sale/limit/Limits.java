package org.nuancan.sale.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.Ids;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;

/// Loads the counters of limits on sites, providers and whole policies.
@Singleton
public final class Limits {

    /// Drawers of a counter, at most. Two lanes that share one wait for each other, which does no
    /// harm.
    private static final int DRAWERS = 32;

    /// Drawers of a node, so that a group does not wait for the one that is being committed.
    private static final int DRAWERS_A_NODE = 4;

    private static final int REMEMBERED_AT_MOST = 100_000;

    private final Ids ids;

    /// Ids of counters; the id of a counter never changes.
    private final Cache<Counter, Long> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    /// Contents of drawers when this node last read them.
    private final Cache<DrawerStore.Drawer, Quota> lately =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    /// Drawers whose next try waits for the drawers of other nodes.
    private final Cache<DrawerStore.Drawer, Boolean> awaited =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    Limits(Ids ids) {
        this.ids = ids;
    }

    /// Secures the amounts that are needed, until the transaction ends.
    ///
    /// @param needs the most that may be taken
    /// @throws Transactions.TryAgain if a drawer has less than was remembered
    public LimitCounters lock(Connection connection, Map<Counter, Need> needs) throws SQLException {
        var trip = RoundTrip.on(connection);
        var locked = lockInLane(trip, needs, 0);
        trip.go();
        return locked.get();
    }

    /// As [#lock(Connection, Map)], from the drawer of one of the lanes in which this node sells.
    public Later<LimitCounters> lockInLane(RoundTrip trip, Map<Counter, Need> needs, int lane)
            throws SQLException {
        var drawer = ids.node() * DRAWERS_A_NODE + lane % DRAWERS_A_NODE;
        return lock(trip, needs, drawer % DRAWERS);
    }

    /// As [#lock(Connection, Map)], from a given drawer.
    public Later<LimitCounters> lock(RoundTrip trip, Map<Counter, Need> needs, int drawer)
            throws SQLException {
        var connection = trip.connection();
        var known = known(connection, new TreeSet<>(needs.keySet()));
        var unknown = without(new TreeSet<>(needs.keySet()), known);
        if (!unknown.isEmpty()) {
            var made = new TreeMap<Counter, Long>();
            unknown.forEach(counter -> made.put(counter, ids.next()));
            LimitStore.make(connection, made);
            // Not cached: until the commit only this transaction sees them.
            known.putAll(LimitStore.find(connection, unknown));
        }
        return needs.isEmpty()
                ? () -> LimitCounters.seen(new OwnDrawer(drawer, lately, awaited), Map.of())
                : LimitCounters.lock(trip, needs, known, new OwnDrawer(drawer, lately, awaited));
    }

    /// Reads counters as they were committed; does not wait for locks.
    public Later<LimitCounters> peek(RoundTrip trip, Collection<Counter> counters)
            throws SQLException {
        var known = known(trip.connection(), new TreeSet<>(counters));
        var granted = new HashMap<Counter, Tally>();
        for (var counter : without(new TreeSet<>(counters), known)) {
            granted.put(counter, GrantsUnderLimit.sum(trip.connection(), counter));
        }
        var found = LimitStore.granted(trip, known.values());
        return () -> {
            var byId = found.get();
            known.forEach(
                    (counter, id) -> granted.put(counter, byId.getOrDefault(id, Tally.NOTHING)));
            return LimitCounters.seen(new OwnDrawer(0, lately, awaited), granted);
        };
    }

    private SortedMap<Counter, Long> known(Connection connection, SortedSet<Counter> counters)
            throws SQLException {
        var known = new TreeMap<>(remembered.getAllPresent(counters));
        var found = LimitStore.find(connection, without(counters, known));
        remembered.putAll(found);
        known.putAll(found);
        return known;
    }

    private static SortedSet<Counter> without(
            SortedSet<Counter> counters, Map<Counter, Long> known) {
        var others = new TreeSet<>(counters);
        others.removeAll(known.keySet());
        return others;
    }
}
