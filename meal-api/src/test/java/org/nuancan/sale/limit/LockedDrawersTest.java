package org.nuancan.sale.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.money.Fen;

/// A node that was lost leaves sessions with locks on its drawers; until the database frees them,
/// other nodes sell what can be decided without these drawers, and no more.
class LockedDrawersTest {

    private static final int LOST = 2;
    private static final int OTHER = 5;

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);
    private final LimitedSales sales = new LimitedSales();

    @Test
    void a_sale_that_other_drawers_decide_does_not_wait_for_the_one_that_is_locked() {
        var counter = LimitedSales.anyCounter();
        var limit = LimitedSales.meals(1_000);
        assertThat(sales.grant(counter, limit, LOST)).isEqualTo(300);

        var fen = whileLocked(counter, () -> sales.grant(counter, limit, OTHER));

        assertThat(fen).isEqualTo(300);
        assertThat(sales.granted(counter).meals()).isEqualTo(2);
    }

    @Test
    void of_a_sum_no_sale_waits_that_other_drawers_decide() {
        var counter = LimitedSales.anyCounter();
        var limit = LimitedSales.fen(1_000 * 300);
        assertThat(sales.grant(counter, limit, LOST)).isEqualTo(300);

        var fen = whileLocked(counter, () -> sales.grant(counter, limit, OTHER));

        assertThat(fen).isEqualTo(300);
        assertThat(sales.granted(counter).meals()).isEqualTo(2);
    }

    @Test
    void what_the_locked_drawer_may_have_granted_is_granted_to_no_one_else() {
        var counter = LimitedSales.anyCounter();
        var limit = LimitedSales.meals(100);
        // One meal is granted, 99 / 20 = 4 are lent.
        assertThat(sales.grant(counter, limit, LOST)).isEqualTo(300);

        var undecided =
                whileLocked(
                        counter,
                        () -> {
                            for (var i = 0; i < 100 - 1 - 4; i++) {
                                assertThat(sales.grant(counter, limit, OTHER)).isEqualTo(300);
                            }
                            return catchThrowableOfType(
                                    DatabaseFailure.class,
                                    () -> sales.grant(counter, limit, OTHER));
                        });

        assertThat(undecided.kind()).isEqualTo(DatabaseFailure.Kind.LOCK_TIMEOUT);
        for (var i = 0; i < 4; i++) {
            assertThat(sales.grant(counter, limit, OTHER)).isEqualTo(300);
        }
        assertThat(sales.grant(counter, limit, OTHER)).isZero();
        assertThat(sales.granted(counter).meals()).isEqualTo(100);
    }

    @Test
    void a_sale_that_needs_the_locked_drawer_is_decided_when_the_lock_is_freed() throws Exception {
        var counter = LimitedSales.anyCounter();
        var limit = LimitedSales.meals(21);
        // One meal is granted, 20 / 20 = 1 is lent.
        assertThat(sales.grant(counter, limit, LOST)).isEqualTo(300);
        for (var i = 0; i < 19; i++) {
            assertThat(sales.grant(counter, limit, OTHER)).isEqualTo(300);
        }
        var lock = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> hold(counter, lock, release));
        assertThat(lock.await(10, TimeUnit.SECONDS)).isTrue();

        var last = CompletableFuture.supplyAsync(() -> sales.grant(counter, limit, OTHER));
        release.countDown();

        assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo(300);
        holder.get(10, TimeUnit.SECONDS);
        assertThat(sales.grant(counter, limit, OTHER)).isZero();
    }

    @Test
    void a_refund_does_not_wait_for_a_locked_drawer() {
        var counter = LimitedSales.anyCounter();
        var limit = LimitedSales.meals(1_000);
        assertThat(sales.grant(counter, limit, LOST)).isEqualTo(300);
        assertThat(sales.grant(counter, limit, OTHER)).isEqualTo(300);

        var back =
                whileLocked(
                        counter,
                        () -> {
                            sales.giveBack(counter, OTHER, new Tally(1, Fen.of(300)));
                            return true;
                        });

        assertThat(back).isTrue();
        assertThat(sales.granted(counter)).isEqualTo(new Tally(1, Fen.of(300)));
    }

    @Test
    void a_drawer_lent_under_a_limit_that_did_not_ask_may_be_below_zero_and_is_waited_for() {
        var need = Need.once(LimitedSales.meals(100), Fen.of(300));
        var ofMeals = new Quota(new Tally(5, Fen.of(-900)), OptionalLong.of(60), none());
        var ofFen = new Quota(new Tally(-3, Fen.of(900)), none(), OptionalLong.of(9_000));

        assertThat(counter(50, ofMeals).decides(need)).isTrue();
        assertThat(counter(50, ofFen).decides(need)).isFalse();
        assertThat(counter(99, ofMeals).decides(need)).isTrue();
        assertThat(counter(100, ofMeals).decides(need)).isFalse();
        assertThat(counter(100, ofFen).decides(Need.NOTHING)).isTrue();
    }

    private static OptionalLong none() {
        return OptionalLong.empty();
    }

    private static ExactCounter counter(long gone, Quota skipped) {
        return new ExactCounter(
                1, new Tally(gone, Fen.of(gone * 300)), new TreeMap<>(), List.of(skipped));
    }

    /// Does something on other connections while one has locked the lost node's drawer.
    private <T> T whileLocked(Counter counter, Supplier<T> work) {
        return transactions.inOne(connection -> {
            lock(connection, counter);
            return CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
    }

    private void hold(Counter counter, CountDownLatch locked, CountDownLatch release) {
        var _ =
                transactions.inOne(connection -> {
                    lock(connection, counter);
                    locked.countDown();
                    return awaited(release);
                });
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException exception) {
            throw new CompletionException(exception);
        }
    }

    private static void lock(Connection connection, Counter counter) throws SQLException {
        var counterId =
                Sql.on(connection, "select counter_id from limit_counter where policy_code = ?")
                        .with(counter.code())
                        .one(row -> row.number("counter_id"));
        var locked =
                Sql.on(
                                connection,
                                """
                                select drawer from limit_quota
                                where counter_id = ? and drawer = ? for update
                                """)
                        .with(counterId, LOST)
                        .exists();
        assertThat(locked).isTrue();
    }
}
