package org.nuancan.sale.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;

/// policy.md: "Two terminals asking at once never both get the last one", also for limits that are
/// lent to nodes beforehand.
class LimitQuotasTest {

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);
    private final LimitedSales sales = new LimitedSales();

    @Test
    void of_a_hundred_meals_eight_callers_on_four_nodes_get_a_hundred() throws Exception {
        var counter = LimitedSales.anyCounter();

        var grants = atOnce(8, 40, counter, LimitedSales.meals(100));

        assertThat(grants.stream().filter(fen -> fen > 0)).hasSize(100);
        assertThat(sales.granted(counter)).isEqualTo(new Tally(100, Fen.of(100 * 300)));
    }

    @Test
    void of_a_sum_that_is_no_multiple_of_a_grant_the_last_gets_the_rest() throws Exception {
        var counter = LimitedSales.anyCounter();

        var grants = atOnce(8, 40, counter, LimitedSales.fen(50 * 300 + 70));

        assertThat(grants.stream().filter(fen -> fen == 300)).hasSize(50);
        assertThat(grants.stream().filter(fen -> fen == 70)).hasSize(1);
        assertThat(sales.granted(counter)).isEqualTo(new Tally(51, Fen.of(50 * 300 + 70)));
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
                                grants.add(sales.grant(counter, limit, drawer));
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
        var counter = LimitedSales.anyCounter();
        assertThat(sales.grant(counter, LimitedSales.meals(10_000), 1)).isEqualTo(300);

        var fen =
                transactions.inOne(connection -> {
                    lockCounter(connection, counter);
                    return CompletableFuture.supplyAsync(
                                    () -> sales.grant(counter, LimitedSales.meals(10_000), 1),
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
        var counter = LimitedSales.anyCounter();
        for (var i = 0; i < 5; i++) {
            assertThat(sales.grant(counter, LimitedSales.meals(1_000), 1)).isEqualTo(300);
        }

        assertThat(sales.grant(counter, LimitedSales.meals(6), 1)).isEqualTo(300);
        assertThat(sales.grant(counter, LimitedSales.meals(6), 1)).isZero();
        assertThat(sales.granted(counter).meals()).isEqualTo(6);
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
        var counter = LimitedSales.anyCounter();
        var held = new ArrayList<Long>();
        for (var step : day) {
            if (step.back() && !held.isEmpty()) {
                var fen = held.removeLast();
                sales.giveBack(counter, step.drawer(), new Tally(1, Fen.of(fen)));
                continue;
            }
            var limit =
                    kind == 0
                            ? LimitedSales.meals(step.limit())
                            : LimitedSales.fen(step.limit() * 250L);
            var used = held.stream().mapToLong(Long::longValue).sum();
            var expected =
                    kind == 0
                            ? (held.size() < step.limit() ? 300 : 0)
                            : Math.clamp(step.limit() * 250L - used, 0, 300);

            var fen = sales.grant(counter, limit, step.drawer());

            assertThat(fen).isEqualTo(expected);
            if (fen > 0) {
                held.add(fen);
            }
        }
        assertThat(sales.granted(counter))
                .isEqualTo(
                        new Tally(
                                held.size(),
                                Fen.of(held.stream().mapToLong(Long::longValue).sum())));
    }
}
