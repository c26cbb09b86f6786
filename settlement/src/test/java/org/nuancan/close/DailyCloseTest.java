package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.close.parked.Parked;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

class DailyCloseTest {

    private static final long P = 5;
    private final Books books = Books.fresh();

    @AfterEach
    void shut() {
        books.close();
    }

    @Test
    void the_worked_lunch_becomes_a_statement_and_an_amount_owed() {
        books.lunch(P);
        books.noonOf(DAY.next());

        var closed = books.close(DAY);

        assertThat(closed.orders()).isEqualTo(1);
        assertThat(closed.statements()).isEqualTo(1);
        assertThat(closed.parked()).isEmpty();
        assertThat(books.balances())
                .containsExactly(
                        entry("claim:11", 250L + 300),
                        entry("claim:110105", 250L),
                        entry("earned:5", 0L),
                        entry("payable:5", -800L),
                        entry("till:5", 0L));
        assertThat(sums(P)).isEqualTo(List.of(1800L, 1300L, 0L, 0L, 500L, 0L, 300L, 0L, 800L));
    }

    @Test
    void putuos_lunch_leaves_the_districts_debt_to_be_paid() {
        books.sell(
                P,
                new Sold(
                        Fen.of(2000),
                        List.of(
                                new Grant(
                                        "OFF",
                                        1,
                                        Side.DINER,
                                        Fen.of(300),
                                        List.of(Books.part("PROVIDER", 300))),
                                new Grant(
                                        "AGE",
                                        1,
                                        Side.DINER,
                                        Fen.of(300),
                                        List.of(Books.part("310107", 300)))),
                        List.of(new Taken(TenderType.CASH, Fen.of(1400))),
                        Fen.ZERO,
                        Fen.ZERO));
        books.noonOf(DAY.next());

        books.close(DAY);

        assertThat(books.balances()).contains(entry("payable:5", -300L), entry("discount:5", 0L));
        assertThat(sums(P)).isEqualTo(List.of(2000L, 1400L, 0L, 300L, 300L, 0L, 0L, 0L, 300L));
    }

    @Test
    void a_refund_of_a_later_day_is_on_the_later_statement_and_is_carried() {
        var order = books.lunch(P);
        books.noonOf(DAY.next());
        var whole = new Amounts(Fen.of(1800), Fen.ZERO);
        var nothing = new Amounts(Fen.ZERO, Fen.ZERO);
        books.refund(order, P, whole, nothing, whole);
        books.noonOf(DAY.next().next());
        books.lunch(P);
        books.noonOf(DAY.next().next().next());

        var closed = books.close(DAY.next().next());

        assertThat(closed.orders()).isEqualTo(1);
        assertThat(
                        books.number(
                                "select payable_fen as answer from statement where statement_date = ?",
                                DAY.next().date()))
                .isEqualTo(-800);
        assertThat(
                        books.number(
                                "select carried_fen as answer from statement where statement_date = ?",
                                DAY.next().next().date()))
                .isEqualTo(-800);
        assertThat(
                        books.number(
                                """
                                select count(*) as answer from statement a
                                  join statement b on b.previous_hash = a.content_hash
                                """))
                .isEqualTo(2);
    }

    @Test
    void closing_a_day_closes_every_earlier_one_and_a_day_without_journals_costs_a_row() {
        books.lunch(P);
        var fourth = DAY.next().next().next();
        books.noonOf(fourth);

        books.close(DAY.next().next());

        assertThat(
                        books.number(
                                "select count(*) as answer from business_day where state = 'CLOSED'"))
                .isEqualTo(3);
        assertThat(books.number("select count(*) as answer from statement")).isEqualTo(1);
    }

    @Test
    void a_day_closed_again_gives_the_same_answer_and_books_nothing() {
        books.lunch(P);
        books.noonOf(DAY.next());
        var first = books.close(DAY);
        var journals = books.number("select count(*) as answer from journal");

        assertThat(books.close(DAY)).isEqualTo(first);
        assertThat(books.number("select count(*) as answer from journal")).isEqualTo(journals);
    }

    @Test
    void today_is_not_over_and_stays_open() {
        books.lunch(P);

        assertThat(books.bean(DailyClose.class).close(DAY))
                .isEqualTo(new CloseOutcome.DayNotOver(DAY));
        assertThat(books.number("select count(*) as answer from statement")).isZero();
    }

    @Test
    void a_day_before_the_books_began_is_closed_with_nothing_and_costs_no_row() {
        books.lunch(P);

        var closed = books.close(new BusinessDay(DAY.date().minusYears(90)));

        assertThat(closed.statements()).isZero();
        assertThat(books.number("select count(*) as answer from business_day")).isEqualTo(1);
    }

    @Test
    void a_sale_by_a_clock_behind_a_closed_day_is_booked_on_the_next_open_one() {
        books.lunch(P);
        books.noonOf(DAY.next());
        books.close(DAY);
        books.noonOf(DAY);

        books.cash(P, 700);

        assertThat(
                        books.number(
                                "select count(*) as answer from journal where booking_date = ? and service_date = ?",
                                DAY.next().date(),
                                DAY.date()))
                .isEqualTo(1);
    }

    @Test
    void a_provider_whose_sums_do_not_fit_is_parked_with_its_days_and_the_others_go_on() {
        books.cash(P, Long.MAX_VALUE);
        books.cash(P, Long.MAX_VALUE);
        books.lunch(6);
        books.noonOf(DAY.next());
        books.cash(P, 100);
        books.lunch(6);
        books.noonOf(DAY.next().next());

        var second = books.close(DAY.next());
        var first = books.close(DAY);

        assertThat(first.parked())
                .extracting(Parked::providerId, Parked::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(P, Parked.Cause.SUM_TOO_LARGE));
        assertThat(second.parked()).extracting(Parked::cause).containsExactly(Parked.Cause.WAITS);
        assertThat(second.statements()).isEqualTo(1);
        assertThat(books.hashes()).hasSize(2);
    }

    @Test
    void a_parked_provider_is_tried_again_at_the_next_close_and_its_days_follow_in_order()
            throws SQLException {
        books.lunch(P);
        books.noonOf(DAY.next());
        books.lunch(P);
        books.noonOf(DAY.next().next());
        books.run("alter table statement add constraint trouble check (provider_id <> 5)");
        var parked = books.close(DAY.next());
        books.run("alter table statement drop constraint trouble");

        var mended = books.close(DAY.next());

        assertThat(parked.parked()).hasSize(1);
        assertThat(mended.parked()).isEmpty();
        assertThat(books.close(DAY).parked()).isEmpty();
        assertThat(mended.contentHash()).isNotEqualTo(parked.contentHash());
        assertThat(books.hashes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set kind = 'HOLD'",
                "delete from journal",
                "update posting set fen = fen + 1",
                "delete from posting"
            })
    void journals_and_postings_cannot_be_changed(String sql) {
        books.lunch(P);

        assertThatThrownBy(() -> books.run(sql)).hasMessageContaining("book a reversal");
    }

    @Test
    void of_two_nodes_one_works_and_both_report_the_same() throws Exception {
        for (var provider = 1; provider <= 20; provider++) {
            books.lunch(provider);
        }
        try (var other = books.secondNode();
                var threads = Executors.newFixedThreadPool(2)) {
            books.noonOf(DAY.next());
            other.noonOf(DAY.next());
            var start = new CountDownLatch(2);
            var first = threads.submit(() -> together(start, books));
            var two = threads.submit(() -> together(start, other));

            assertThat(first.get()).isEqualTo(two.get());
        }
        assertThat(books.number("select count(*) as answer from statement")).isEqualTo(20);
        assertThat(books.number("select count(*) as answer from journal where kind = 'CLOSE'"))
                .isEqualTo(20);
    }

    private static CloseOutcome together(CountDownLatch start, Books node)
            throws InterruptedException {
        start.countDown();
        start.await();
        return node.close(DAY);
    }

    private static void awaitSales(AtomicLong sold, long enough) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (sold.get() < enough) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only %d of %d were sold".formatted(sold.get(), enough));
            }
            Thread.onSpinWait();
        }
    }

    /// The worst case: the tills' clock shows a moment before midnight, and the clock of the close,
    /// on another node, a moment after it.
    @Test
    void a_sale_during_the_close_is_on_exactly_one_statement() throws Exception {
        try (var till = books.secondNode();
                var threads = Executors.newFixedThreadPool(4)) {
            books.lunch(P);
            books.noonOf(DAY.next());
            var selling = new AtomicBoolean(true);
            var sold = new AtomicLong(1);
            for (var thread = 0; thread < 4; thread++) {
                var _ =
                        threads.submit(() -> {
                            while (selling.get()) {
                                till.cash(P, 100);
                                sold.incrementAndGet();
                            }
                            return sold;
                        });
            }
            awaitSales(sold, 50);
            books.close(DAY);
            var atClose = sold.get();
            awaitSales(sold, atClose + 50);
            selling.set(false);
            threads.shutdown();
            assertThat(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
            books.noonOf(DAY.next().next());
            books.close(DAY.next());

            assertThat(books.number("select sum(orders) as answer from statement"))
                    .isEqualTo(sold.get());
            assertThat(books.number("select sum(gross_fen) as answer from statement"))
                    .isEqualTo(1800 + 100 * (sold.get() - 1));
            assertThat(books.number("select count(*) as answer from statement")).isEqualTo(2);
            assertThat(books.balances()).contains(entry("earned:5", 0L), entry("till:5", 0L));
        }
    }

    private List<Long> sums(long provider) {
        return List.of(
                        "gross",
                        "collected",
                        "platform_collected",
                        "discount",
                        "diner_grant",
                        "elsewhere",
                        "incentive",
                        "adjustment",
                        "payable")
                .stream()
                .map(name ->
                        books.number(
                                "select %s_fen as answer from statement where provider_id = ?"
                                        .formatted(name),
                                provider))
                .toList();
    }
}
