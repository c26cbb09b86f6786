package org.nuancan.order;

import com.github.benmanes.caffeine.cache.Cache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// One of this node's drawers, and what was in it when the node saw it last, so that it is asked
/// once whether it suffices, and then under the lock. What is remembered may be wrong, as when a
/// transaction was rolled back or another node called in what was lent: the lock tells.
///
/// @param number of the drawer
/// @param lately what drawers had
/// @param awaited drawers with which the drawers of other nodes are waited for next time, because
///   the last try could not be decided without them
record OwnDrawer(
        int number,
        Cache<DrawerRows.Drawer, Quota> lately,
        Cache<DrawerRows.Drawer, Boolean> awaited) {

    /// What is in it of some counters, as far as is known; looks where nothing is.
    Map<Long, Quota> seen(Connection connection, Collection<Long> counterIds) throws SQLException {
        var quotas = new HashMap<Long, Quota>();
        for (var id : counterIds) {
            var quota = lately.getIfPresent(of(id));
            if (quota != null) {
                quotas.put(id, quota);
            }
        }
        var unknown = counterIds.stream().filter(id -> !quotas.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            quotas.putAll(DrawerRows.drawer(connection, unknown, number));
        }
        return quotas;
    }

    /// Something is in it.
    void saw(long counterId, Quota quota) {
        lately.put(of(counterId), quota);
    }

    /// Nothing is in it.
    void sawNothing(long counterId) {
        lately.invalidate(of(counterId));
    }

    /// The next try waits for the drawers of other nodes.
    void awaitOthers(long counterId) {
        awaited.put(of(counterId), true);
    }

    /// The counters whose other drawers are waited for in this try, and in this one only.
    SortedSet<Long> takeAwaited(Collection<Long> counterIds) {
        var taken = new TreeSet<Long>();
        for (var id : counterIds) {
            if (awaited.asMap().remove(of(id)) != null) {
                taken.add(id);
            }
        }
        return taken;
    }

    DrawerRows.Drawer of(long counterId) {
        return new DrawerRows.Drawer(counterId, number);
    }
}
