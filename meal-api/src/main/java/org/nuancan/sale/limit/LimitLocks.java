package org.nuancan.sale.limit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;

/// The locks that a list of sales takes on counters and drawers.
///
/// First all counters are locked, then all drawers, each in the order of their ids. Drawers of
/// other nodes that another transaction has locked are skipped: that node may be lost, and its
/// locks are freed only after a minute. If the sales cannot be decided without those drawers, the
/// next try waits for them.
///
/// @param scarce counters that are locked themselves
/// @param gone the gone amounts of these counters
/// @param waited drawers for which the transaction waits: the own ones, and all of some counters
/// @param free drawers of others that could be locked at once
/// @param all drawers of the counters whose drawers are not waited for, as committed
record LimitLocks(
        SortedSet<Long> scarce,
        Later<Map<Long, Tally>> gone,
        Later<Map<Long, SortedMap<Integer, Quota>>> waited,
        Later<Map<Long, SortedMap<Integer, Quota>>> free,
        Later<Map<Long, SortedMap<Integer, Quota>>> all) {

    /// Adds the locks to a round trip.
    ///
    /// @param scarce the counters for which the own drawer does not suffice
    /// @param ids of all counters
    static LimitLocks on(
            RoundTrip trip, SortedSet<Long> scarce, Collection<Long> ids, OwnDrawer own) {
        var whole = own.takeAwaited(scarce);
        var others = new TreeSet<>(scarce);
        others.removeAll(whole);
        // Locks that wait come first: a transaction that has skipped drawers never waits
        // afterwards, so it cannot deadlock with one that locked them in order.
        return new LimitLocks(
                scarce,
                LimitStore.lockCounters(trip, scarce),
                DrawerStore.lock(trip, whole, ids, own.number()),
                DrawerStore.lockFree(trip, others, own.number()),
                DrawerStore.list(trip, others));
    }

    /// The drawers of a counter for which the transaction waited.
    SortedMap<Integer, Quota> waited(long counterId) throws SQLException {
        return of(waited, counterId);
    }

    /// A counter that this transaction has locked.
    ExactCounter exact(long counterId) throws SQLException {
        var locked = new TreeMap<>(waited(counterId));
        locked.putAll(of(free, counterId));
        var skipped = new TreeMap<>(of(all, counterId));
        skipped.keySet().removeAll(locked.keySet());
        return new ExactCounter(
                counterId,
                gone.get().getOrDefault(counterId, Tally.NOTHING),
                locked,
                List.copyOf(skipped.values()));
    }

    private static SortedMap<Integer, Quota> of(
            Later<Map<Long, SortedMap<Integer, Quota>>> drawers, long counterId)
            throws SQLException {
        return drawers.get().getOrDefault(counterId, new TreeMap<>());
    }
}
