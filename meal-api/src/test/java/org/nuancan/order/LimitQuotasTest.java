package org.nuancan.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;

/// policy.md: "Two terminals asking at once never both get the last one", also for limits that are
/// lent to nodes beforehand.
class LimitQuotasTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Fen GRANT = Fen.of(300);

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);
    private final Limits limits = ServerUnderTest.get().bean(Limits.class);

    private static Counter anyCounter() {
        return new Counter(
                ServerUnderTest.unique("QUOTA"), 0, LimitOn.POLICY, LimitPer.DAY, TODAY, TODAY, "");
    }

    private static Limit meals(long meals) {
        return new Limit(
                LimitOn.POLICY, LimitPer.DAY, OptionalLong.of(meals), OptionalLong.empty());
    }

    private static Limit fen(long fen) {
        return new Limit(LimitOn.POLICY, LimitPer.DAY, OptionalLong.empty(), OptionalLong.of(fen));
    }

    /// What a node does with a sale, as the engine decides it: refused when no meal or no fen is
    /// left, cut to what is left.
    private long grant(Counter counter, Limit limit, int drawer) {
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

    private void giveBack(Counter counter, int drawer, Tally tally) {
        var _ =
                transactions.inOne(connection -> {
                    var counters = locked(connection, counter, Need.NOTHING, drawer);
                    counters.add(counter, Tally.NOTHING.less(tally));
                    RoundTrip.make(connection, counters::store);
                    return true;
                });
    }

    private Tally granted(Counter counter) {
        return transactions.reading(connection -> {
            var trip = RoundTrip.on(connection);
            var counters = limits.peek(trip, List.of(counter));
            trip.go();
            return counters.get().in(counter);
        });
    }

    @Test
    void of_a_hundred_meals_eight_callers_on_four_nodes_get_a_hundred() throws Exception {
        var counter = anyCounter();

        var grants = atOnce(8, 40, counter, meals(100));

        assertThat(grants.stream().filter(fen -> fen > 0)).hasSize(100);
        assertThat(granted(counter)).isEqualTo(new Tally(100, Fen.of(100 * 300)));
    }

    @Test
    void of_a_sum_that_is_no_multiple_of_a_grant_the_last_gets_the_rest() throws Exception {
        var counter = anyCounter();

        var grants = atOnce(8, 40, counter, fen(50 * 300 + 70));

        assertThat(grants.stream().filter(fen -> fen == 300)).hasSize(50);
        assertThat(grants.stream().filter(fen -> fen == 70)).hasSize(1);
        assertThat(granted(counter)).isEqualTo(new Tally(51, Fen.of(50 * 300 + 70)));
    }

    private List<Long> atOnce(int callers, int each, Counter counter, Limit limit)
            throws Exception {
        var futures = new ArrayList<Future<List<Long>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < callers; caller++) {
                var drawer = caller % 4;
                futures.add(
                        threads.submit(() -> {
                            var grants = new ArrayList<Long>();
                            for (var i = 0; i < each; i++) {
                                grants.add(grant(counter, limit, drawer));
                            }
                            return grants;
                        }));
            }
        }
        var all = new ArrayList<Long>();
        for (var future : futures) {
            all.addAll(future.get());
        }
        return all;
    }

    @Test
    void far_from_the_end_a_node_that_was_lent_a_quota_does_not_wait_for_the_counter() {
        var counter = anyCounter();
        assertThat(grant(counter, meals(10_000), 1)).isEqualTo(300);

        var fen =
                transactions.inOne(connection -> {
                    lockCounter(connection, counter);
                    return CompletableFuture.supplyAsync(
                                    () -> grant(counter, meals(10_000), 1),
                                    Thread.ofVirtual()::start)
                            .join();
                });

        assertThat(fen).isEqualTo(300);
    }

    private static void lockCounter(Connection connection, Counter counter) throws SQLException {
        var _ =
                Sql.on(
                                connection,
                                """
                                select counter_id from limit_counter
                                where policy_code = ? for update
                                """)
                        .with(counter.code())
                        .one(row -> row.number("counter_id"));
    }

    @Test
    void what_a_lower_limit_allows_is_not_passed_on_a_quota_of_the_higher_one() {
        var counter = anyCounter();
        for (var i = 0; i < 5; i++) {
            assertThat(grant(counter, meals(1_000), 1)).isEqualTo(300);
        }

        assertThat(grant(counter, meals(6), 1)).isEqualTo(300);
        assertThat(grant(counter, meals(6), 1)).isZero();
        assertThat(granted(counter).meals()).isEqualTo(6);
    }

    /// One step of a random day.
    ///
    /// @param drawer of which node
    /// @param limit in force for the sale
    /// @param back whether the last grant is given back instead
    record Step(int drawer, int limit, boolean back) {}

    @Provide
    Arbitrary<List<Step>> days() {
        var step =
                Combinators.combine(
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.of(30, 60),
                                Arbitraries.integers().between(0, 5).map(number -> number == 0))
                        .as(Step::new);
        return step.list().ofMinSize(20).ofMaxSize(90);
    }

    @Property(tries = 15)
    void one_after_another_nodes_with_drawers_decide_as_one_counter_would(
            @ForAll("days") List<Step> day, @ForAll @IntRange(min = 0, max = 1) int kind) {
        var counter = anyCounter();
        var held = new ArrayList<Long>();
        for (var step : day) {
            if (step.back() && !held.isEmpty()) {
                var fen = held.removeLast();
                giveBack(counter, step.drawer(), new Tally(1, Fen.of(fen)));
                continue;
            }
            var limit = kind == 0 ? meals(step.limit()) : fen(step.limit() * 250L);
            var used = held.stream().mapToLong(Long::longValue).sum();
            var expected =
                    kind == 0
                            ? (held.size() < step.limit() ? 300 : 0)
                            : Math.clamp(step.limit() * 250L - used, 0, 300);

            var fen = grant(counter, limit, step.drawer());

            assertThat(fen).isEqualTo(expected);
            if (fen > 0) {
                held.add(fen);
            }
        }
        assertThat(granted(counter))
                .isEqualTo(
                        new Tally(
                                held.size(),
                                Fen.of(held.stream().mapToLong(Long::longValue).sum())));
    }
}
