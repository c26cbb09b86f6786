package org.nuancan.order;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/// A counter that was locked with its drawers, all but those that another transaction has locked.
///
/// What is in a skipped drawer counts as granted. That is at least as much as is true, so a limit
/// is never passed.
///
/// @param gone granted, or lent to a drawer
/// @param drawers that are locked
/// @param skipped drawers that another transaction has locked, as they were committed; what is left
///   in them may have changed since, the limit they were lent under cannot
record ExactCounter(
        long counterId, Tally gone, SortedMap<Integer, Quota> drawers, Collection<Quota> skipped) {

    /// What the limit has used up: exactly if no drawer is skipped, else at least as much.
    Tally granted() {
        return drawers.values().stream().map(Quota::left).reduce(gone, Tally::less);
    }

    /// Whether sales with this need are decided as they would be with the skipped drawers.
    boolean decides(Need need) {
        return skipped.isEmpty()
                || (need.isMetAfter(granted())
                        && skipped.stream().allMatch(quota -> quota.isNeverBelowZero(need)));
    }

    /// Counts what was granted, calls in what is lent beyond a limit, and lends a node its next
    /// quota where there is plenty.
    ///
    /// @param number of that node's drawer
    /// @param changed takes the drawers that change
    /// @return what is gone then
    Tally settled(int number, Need need, Tally more, Map<DrawerRows.Drawer, Quota> changed) {
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

    /// What was left in the drawer goes back first: it may have been lent under another limit.
    private Tally lend(int number, Need need, Tally full, Map<DrawerRows.Drawer, Quota> changed) {
        var empty = Quota.none(need);
        var rest = full.less(drawers.getOrDefault(number, empty).left());
        var next = empty.lendable(rest);
        changed.put(drawer(number), new Quota(next, need.limitMeals(), need.limitFen()));
        return rest.plus(next);
    }

    private DrawerRows.Drawer drawer(int number) {
        return new DrawerRows.Drawer(counterId, number);
    }
}
