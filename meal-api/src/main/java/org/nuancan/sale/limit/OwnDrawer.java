package org.nuancan.sale.limit;

import com.github.benmanes.caffeine.cache.Cache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// One of this node's drawers, with the content that the node read last. The cached content saves a
/// query: the drawer is checked only under the lock. The cached content may be wrong, for example
/// after a rollback or after another node took the quota back; the lock shows the true content.
///
/// @param number of the drawer
/// @param lately cached contents of drawers
/// @param awaited drawers whose next try waits for the drawers of other nodes, because the last try
///   could not be decided without them
record OwnDrawer(
        int number,
        Cache<DrawerStore.Drawer, Quota> lately,
        Cache<DrawerStore.Drawer, Boolean> awaited) {

    /// Its content for some counters: cached, otherwise read from the database.
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
            quotas.putAll(DrawerStore.drawer(connection, unknown, number));
        }
        return quotas;
    }

    /// Caches the content for a counter.
    void saw(long counterId, Quota quota) {
        lately.put(of(counterId), quota);
    }

    /// Removes the cached content for a counter.
    void sawNothing(long counterId) {
        lately.invalidate(of(counterId));
    }

    /// Lets the next try wait for the drawers of other nodes.
    void awaitOthers(long counterId) {
        awaited.put(of(counterId), true);
    }

    /// The counters for which this try, and only this one, waits for the drawers of other nodes.
    SortedSet<Long> takeAwaited(Collection<Long> counterIds) {
        var taken = new TreeSet<Long>();
        for (var id : counterIds) {
            if (awaited.asMap().remove(of(id)) != null) {
                taken.add(id);
            }
        }
        return taken;
    }

    DrawerStore.Drawer of(long counterId) {
        return new DrawerStore.Drawer(counterId, number);
    }
}
