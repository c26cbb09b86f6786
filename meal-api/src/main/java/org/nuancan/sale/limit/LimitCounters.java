package org.nuancan.sale.limit;

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
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.LimitWindow;
import org.nuancan.sale.Rules;

/// Counters of the usage of limits on sites, providers and whole policies. They exist because the
/// grants are too many to add up at each sale.
///
/// Every node would need the same row of a counter. So each node is lent a quota in advance, in a
/// drawer of its own, and grants from it as long as it surely suffices. Only a node whose quota is
/// too small locks the counter, reads what is left, and gets a new quota. Near the end of a limit
/// nothing is lent, the quotas of other nodes are taken back, and each grant is counted by itself.
/// See docs/decisions/0007.
public final class LimitCounters {

    /// The counters that a grant of a policy changes: those of every version of its code, since a
    /// limit counts over all versions.
    public static Set<Counter> counters(
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

    /// A locked drawer that suffices.
    private record Lent(long counterId, Quota quota) {}

    private final OwnDrawer own;
    private final Map<Counter, Need> needs;
    private final Map<Counter, ExactCounter> exact = new HashMap<>();
    private final Map<Counter, Lent> lent = new HashMap<>();
    private final Map<Counter, Tally> granted = new HashMap<>();

    private LimitCounters(OwnDrawer own, Map<Counter, Need> needs) {
        this.own = own;
        this.needs = Map.copyOf(needs);
    }

    /// Counters as they were committed, without locks.
    static LimitCounters seen(OwnDrawer own, Map<Counter, Tally> granted) {
        var seen = new LimitCounters(own, Map.of());
        seen.granted.putAll(granted);
        return seen;
    }

    /// Secures the amounts that are needed: from the drawer where it suffices, otherwise by locking
    /// the counter and its drawers ([LimitLocks]).
    ///
    /// @param needs the most that may be taken
    /// @param ids of the counters
    /// @param own drawer of this node
    /// @return the locked counters; reading the result throws [Transactions.TryAgain] if the drawer
    ///   has less than was remembered, or if the transaction has to wait for drawers of others
    static Later<LimitCounters> lock(
            RoundTrip trip, Map<Counter, Need> needs, SortedMap<Counter, Long> ids, OwnDrawer own)
            throws SQLException {
        var counters = new LimitCounters(own, needs);
        var scarce = counters.scarce(own.seen(trip.connection(), ids.values()), ids);
        var locks = LimitLocks.on(trip, scarce, ids.values(), own);
        return () -> counters.filled(ids, locks);
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

    private LimitCounters filled(SortedMap<Counter, Long> ids, LimitLocks locks)
            throws SQLException {
        for (var id : ids.values()) {
            remember(id, locks.waited(id));
        }
        for (var entry : ids.entrySet()) {
            var counter = entry.getKey();
            var id = entry.getValue();
            if (locks.scarce().contains(id)) {
                exact.put(counter, decisive(counter, locks.exact(id)));
            } else {
                lent.put(counter, new Lent(id, sufficient(locks.waited(id), counter)));
            }
        }
        return this;
    }

    private ExactCounter decisive(Counter counter, ExactCounter locked) {
        if (!locked.decides(need(counter))) {
            own.awaitOthers(locked.counterId());
            throw new Transactions.TryAgain("drawers of others are locked and needed");
        }
        return locked;
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

    /// The usage of a loaded counter: exact, or such that no amount that is needed is refused for
    /// it.
    public Tally in(Counter counter) {
        var before =
                Optional.ofNullable(exact.get(counter))
                        .map(ExactCounter::granted)
                        .or(() ->
                                Optional.ofNullable(lent.get(counter))
                                        .map(Lent::quota)
                                        .map(Quota::used))
                        .orElse(Tally.NOTHING);
        return before.plus(granted.getOrDefault(counter, Tally.NOTHING));
    }

    /// Adds to a loaded counter; a negative tally gives back.
    public void add(Counter counter, Tally more) {
        granted.merge(counter, more, Tally::plus);
    }

    /// Writes the changes.
    public void store(RoundTrip trip) {
        var drawers = new TreeMap<DrawerStore.Drawer, Quota>();
        for (var entry : new TreeMap<>(granted).entrySet()) {
            var counter = entry.getKey();
            var from = Optional.ofNullable(lent.get(counter));
            if (from.isPresent()) {
                drawers.put(
                        own.of(from.get().counterId()), from.get().quota().less(entry.getValue()));
            } else {
                var locked = exact(counter);
                LimitStore.write(
                        trip,
                        locked.counterId(),
                        locked.settled(own.number(), need(counter), entry.getValue(), drawers));
            }
        }
        DrawerStore.write(trip, drawers);
        drawers.forEach((drawer, quota) -> {
            if (drawer.number() == own.number()) {
                own.saw(drawer.counterId(), quota);
            }
        });
    }

    private ExactCounter exact(Counter counter) {
        return Optional.ofNullable(exact.get(counter))
                .orElseThrow(() -> new IllegalStateException("not locked: " + counter));
    }
}
