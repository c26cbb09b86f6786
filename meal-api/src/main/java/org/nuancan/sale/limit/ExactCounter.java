package org.nuancan.sale.limit;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/// A locked counter with its drawers, except those that another transaction has locked.
///
/// The content of a skipped drawer counts as granted. So the usage is never counted too low, and a
/// limit is never passed.
///
/// @param gone granted, or lent to a drawer
/// @param drawers the locked drawers
/// @param skipped drawers that another transaction has locked, as they were committed; their
///   content may have changed since, but not the limit under which they were lent
record ExactCounter(
        long counterId, Tally gone, SortedMap<Integer, Quota> drawers, Collection<Quota> skipped) {

    /// The usage of the limit: exact if no drawer is skipped, otherwise an upper bound.
    Tally granted() {
        return drawers.values().stream().map(Quota::left).reduce(gone, Tally::less);
    }

    /// Whether sales with this need get the same decision as with the skipped drawers.
    boolean decides(Need need) {
        return skipped.isEmpty()
                || (need.isMetAfter(granted())
                        && skipped.stream().allMatch(quota -> quota.isNeverBelowZero(need)));
    }

    /// Adds new grants to the counter, takes back quotas that are beyond a limit, and lends a node
    /// its next quota if enough is left.
    ///
    /// @param number the number of that node's drawer
    /// @param changed receives the drawers that change
    /// @return the new value of [#gone]
    Tally settled(int number, Need need, Tally more, Map<DrawerStore.Drawer, Quota> changed) {
        var full = gone.plus(more);
        var left = full;
        for (var entry : drawers.entrySet()) {
            var quota = entry.getValue();
            if (quota.isPassedBy(full) || Quota.none(need).isPassedBy(full)) {
                left = left.less(quota.left());
                changed.put(drawer(entry.getKey()), quota.less(quota.left()));
            }
        }
        return left.equals(full) && need.meals() > 0 ? lend(number, need, left, changed) : left;
    }

    /// First takes back the drawer's rest, as it may have been lent under another limit.
    private Tally lend(int number, Need need, Tally full, Map<DrawerStore.Drawer, Quota> changed) {
        var empty = Quota.none(need);
        var rest = full.less(drawers.getOrDefault(number, empty).left());
        var next = empty.lendable(rest);
        changed.put(drawer(number), new Quota(next, need.limitMeals(), need.limitFen()));
        return rest.plus(next);
    }

    private DrawerStore.Drawer drawer(int number) {
        return new DrawerStore.Drawer(counterId, number);
    }
}
