package org.nuancan.sale.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;

/// Sales under one limit, each of one grant and from a drawer that the test names.
final class LimitedSales {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Fen GRANT = Fen.of(300);

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);
    private final Limits limits = ServerUnderTest.get().bean(Limits.class);

    static Counter anyCounter() {
        return new Counter(
                ServerUnderTest.unique("QUOTA"), 0, LimitOn.POLICY, LimitPer.DAY, TODAY, TODAY, "");
    }

    static Limit meals(long meals) {
        return new Limit(
                LimitOn.POLICY, LimitPer.DAY, OptionalLong.of(meals), OptionalLong.empty());
    }

    static Limit fen(long fen) {
        return new Limit(LimitOn.POLICY, LimitPer.DAY, OptionalLong.empty(), OptionalLong.of(fen));
    }

    /// What a node does with a sale, as the engine decides it: refused when no meal or no fen is
    /// left, cut to what is left.
    long grant(Counter counter, Limit limit, int drawer) {
        return transactions.inOne(connection -> {
            var counters = locked(connection, counter, Need.once(limit, GRANT), drawer);
            var used = counters.in(counter);
            if (limit.meals().isPresent() && used.meals() >= limit.meals().getAsLong()) {
                return 0L;
            }
            var left = limit.fen().orElse(Long.MAX_VALUE) - used.fen().value();
            var fen = Math.min(GRANT.value(), left);
            if (fen > 0) {
                counters.add(counter, new Tally(1, Fen.of(fen)));
                RoundTrip.make(connection, counters::store);
            }
            return Math.max(fen, 0);
        });
    }

    private LimitCounters locked(Connection connection, Counter counter, Need need, int drawer)
            throws SQLException {
        var trip = RoundTrip.on(connection);
        var counters = limits.lock(trip, Map.of(counter, need), drawer);
        trip.go();
        return counters.get();
    }

    void giveBack(Counter counter, int drawer, Tally tally) {
        var _ =
                transactions.inOne(connection -> {
                    var counters = locked(connection, counter, Need.NOTHING, drawer);
                    counters.add(counter, Tally.NOTHING.less(tally));
                    RoundTrip.make(connection, counters::store);
                    return true;
                });
    }

    Tally granted(Counter counter) {
        return transactions.reading(connection -> {
            var trip = RoundTrip.on(connection);
            var counters = limits.peek(trip, List.of(counter));
            trip.go();
            return counters.get().in(counter);
        });
    }
}
