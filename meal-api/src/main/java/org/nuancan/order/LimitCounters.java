package org.nuancan.order;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitWindow;
import org.nuancan.policy.Slot;

/// What limits on sites, providers and whole policies have used up: counters, since their grants
/// are too many to be added up at the till.
///
/// A counter would be the one row that every node wants. So each node is lent a quota beforehand,
/// in a drawer of its own, and grants from it while it surely suffices; only who runs short locks
/// the counter, sees exactly what is left, and is lent more. Near the end of a limit nothing is
/// lent any more, what others have left is called in, and each grant is counted one by one. See
/// docs/decisions/0007.
final class LimitCounters {

    /// The counters that a grant of a policy moves: of every version of its code, since a limit
    /// counts over all versions.
    static Set<Counter> counters(
            Rules rules, String code, Counter.Whereabouts place, LocalDate serviceDate, Slot slot) {
        var counters = new HashSet<Counter>();
        for (var policy : rules.policies()) {
            if (policy.code().equals(code)) {
                policy.limits().stream()
                        .filter(limit -> limit.on() != LimitOn.ELDER)
                        .map(limit -> LimitWindow.of(code, limit, serviceDate, slot))
                        .forEach(window -> counters.add(Counter.of(window, place)));
            }
        }
        return counters;
    }

    /// A counter that was locked with all its drawers.
    ///
    /// @param gone granted, or lent to a drawer
    private record Exact(long counterId, Tally gone, SortedMap<Integer, Quota> drawers) {

        Tally granted() {
            return drawers.values().stream().map(Quota::left).reduce(gone, Tally::less);
        }
    }

    /// A drawer that was locked, and suffices.
    private record Lent(long counterId, Quota quota) {}

    private final OwnDrawer own;
    private final Map<Counter, Need> needs;
    private final Map<Counter, Exact> exact = new HashMap<>();
    private final Map<Counter, Lent> lent = new HashMap<>();
    private final Map<Counter, Tally> granted = new HashMap<>();

    private LimitCounters(OwnDrawer own, Map<Counter, Need> needs) {
        this.own = own;
        this.needs = Map.copyOf(needs);
    }

    /// Counters as they stood, locked by nobody.
    static LimitCounters seen(OwnDrawer own, Map<Counter, Tally> granted) {
        var seen = new LimitCounters(own, Map.of());
        seen.granted.putAll(granted);
        return seen;
    }

    /// Makes sure of what is needed: from the drawer where it suffices, else by locking the counter
    /// and all its drawers. First all counters are locked, then all drawers, each in the order of
    /// their ids.
    ///
    /// @param needs what may be taken at most
    /// @param ids of the counters
    /// @param own drawer of this node
    /// @return what is locked; to get it throws [Transactions.TryAgain] if the drawer has less than
    ///   was thought
    static Later<LimitCounters> lock(
            RoundTrip trip, Map<Counter, Need> needs, SortedMap<Counter, Long> ids, OwnDrawer own)
            throws SQLException {
        var counters = new LimitCounters(own, needs);
        var scarce = counters.scarce(own.seen(trip.connection(), ids.values()), ids);
        var gone = LimitRows.lockCounters(trip, scarce);
        var drawers = LimitRows.lockDrawers(trip, scarce, ids.values(), own.number());
        return () -> counters.filled(ids, scarce, gone.get(), drawers.get());
    }

    private SortedSet<Long> scarce(Map<Long, Quota> seen, SortedMap<Counter, Long> ids) {
        var scarce = new TreeSet<Long>();
        ids.forEach((counter, id) -> {
            if (!covers(seen, id, need(counter))) {
                scarce.add(id);
            }
        });
        return scarce;
    }

    private LimitCounters filled(
            SortedMap<Counter, Long> ids,
            SortedSet<Long> scarce,
            Map<Long, Tally> gone,
            Map<Long, SortedMap<Integer, Quota>> drawers) {
        ids.values().forEach(id -> remember(id, drawers.getOrDefault(id, new TreeMap<>())));
        ids.forEach((counter, id) -> {
            var quotas = drawers.getOrDefault(id, new TreeMap<>());
            if (scarce.contains(id)) {
                exact.put(counter, new Exact(id, gone.getOrDefault(id, Tally.NOTHING), quotas));
            } else {
                lent.put(counter, new Lent(id, sufficient(quotas, counter)));
            }
        });
        return this;
    }

    private void remember(long counterId, Map<Integer, Quota> quotas) {
        Optional.ofNullable(quotas.get(own.number()))
                .ifPresentOrElse(
                        quota -> own.saw(counterId, quota), () -> own.sawNothing(counterId));
    }

    private static boolean covers(Map<Long, Quota> seen, long id, Need need) {
        return Optional.ofNullable(seen.get(id)).filter(quota -> quota.covers(need)).isPresent();
    }

    private Quota sufficient(Map<Integer, Quota> quotas, Counter counter) {
        return Optional.ofNullable(quotas.get(own.number()))
                .filter(quota -> quota.covers(need(counter)))
                .orElseThrow(() -> new Transactions.TryAgain("a quota is used up"));
    }

    private Need need(Counter counter) {
        return needs.getOrDefault(counter, Need.NOTHING);
    }

    /// What a counter that was loaded has used up: exactly, or so that nothing that is needed is
    /// refused for it.
    Tally in(Counter counter) {
        var before =
                Optional.ofNullable(exact.get(counter))
                        .map(Exact::granted)
                        .or(() ->
                                Optional.ofNullable(lent.get(counter))
                                        .map(Lent::quota)
                                        .map(Quota::used))
                        .orElse(Tally.NOTHING);
        return before.plus(granted.getOrDefault(counter, Tally.NOTHING));
    }

    /// Adds to a counter that was loaded; a negative tally gives back.
    void add(Counter counter, Tally more) {
        granted.merge(counter, more, Tally::plus);
    }

    /// Writes what has changed.
    void store(RoundTrip trip) {
        var drawers = new TreeMap<LimitRows.Drawer, Quota>();
        for (var entry : new TreeMap<>(granted).entrySet()) {
            var counter = entry.getKey();
            var from = Optional.ofNullable(lent.get(counter));
            if (from.isPresent()) {
                drawers.put(
                        own.of(from.get().counterId()), from.get().quota().less(entry.getValue()));
            } else {
                var locked = exact(counter);
                LimitRows.write(
                        trip,
                        locked.counterId(),
                        settled(locked, need(counter), entry.getValue(), drawers));
            }
        }
        LimitRows.write(trip, drawers);
        drawers.forEach((drawer, quota) -> {
            if (drawer.number() == own.number()) {
                own.saw(drawer.counterId(), quota);
            }
        });
    }

    private Exact exact(Counter counter) {
        return Optional.ofNullable(exact.get(counter))
                .orElseThrow(() -> new IllegalStateException("not locked: " + counter));
    }

    /// Counts what was granted, calls in what is lent beyond a limit, and lends this node its next
    /// quota where there is plenty.
    ///
    /// @return what is gone then
    private Tally settled(
            Exact counter, Need need, Tally more, Map<LimitRows.Drawer, Quota> drawers) {
        var full = counter.gone().plus(more);
        var gone = full;
        for (var entry : counter.drawers().entrySet()) {
            var quota = entry.getValue();
            if (quota.isPassedBy(full) || Quota.none(need).isPassedBy(full)) {
                gone = gone.less(quota.left());
                drawers.put(drawerOf(counter, entry.getKey()), quota.less(quota.left()));
            }
        }
        return gone.equals(full) && need.meals() > 0 ? lend(counter, need, gone, drawers) : gone;
    }

    /// What was left in the drawer goes back first: it may have been lent under another limit.
    private Tally lend(Exact counter, Need need, Tally gone, Map<LimitRows.Drawer, Quota> drawers) {
        var empty = Quota.none(need);
        var mine = counter.drawers().getOrDefault(own.number(), empty).left();
        var rest = gone.less(mine);
        var next = empty.lendable(rest);
        drawers.put(
                own.of(counter.counterId()), new Quota(next, need.limitMeals(), need.limitFen()));
        return rest.plus(next);
    }

    private static LimitRows.Drawer drawerOf(Exact counter, int number) {
        return new LimitRows.Drawer(counter.counterId(), number);
    }
}
