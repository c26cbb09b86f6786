package org.nuancan.payment.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nuancan.bank.advice.Place;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.payment.Batch;
import org.nuancan.payment.BatchOutcome;
import org.nuancan.payment.Batches;
import org.nuancan.payment.Month;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.Town;
import org.nuancan.payment.Town.Lunch;
import org.nuancan.payment.TownHall;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Reading;
import org.nuancan.payment.answer.BankAnswer.Rest;
import org.nuancan.payment.answer.LargeAnswers.Line;
import org.nuancan.payment.answer.LargeAnswers.Worked;
import org.nuancan.payment.answer.Result.Effect;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Reviewer.Reach;

/// Answers that are processed in portions have the same effect as in one transaction, and are
/// continued after an interruption.
class LargeAnswersTest {

    private static final Town TOWN = new Town();
    private static final AtomicInteger DISTRICT = new AtomicInteger(110_400);
    private static final AtomicInteger MONTH = new AtomicInteger(0);

    private final String district = Integer.toString(DISTRICT.incrementAndGet());
    private final Month month =
            new Month(TOWN, district, LocalDate.of(2026, 1, 5).plusMonths(MONTH.getAndIncrement()));
    private final Batch batch = paid();
    private final List<Batch.Payment> payments = batch.payments();

    @AfterAll
    static void end() {
        TOWN.close();
    }

    private Batch paid() {
        for (var provider : month.providers) {
            var _ =
                    TOWN.sell(
                            new Lunch(
                                    provider,
                                    district,
                                    month.elders.getFirst(),
                                    1800,
                                    600,
                                    0,
                                    0,
                                    TenderType.ECNY,
                                    month.today()));
        }
        month.close();
        month.hall.approveAll(district);
        return ((BatchOutcome.Made) month.hall.pay(district, month.today())).batch();
    }

    /// A file of settled lines of other payers, with these results at these places.
    private Reading.Read file(int lines, List<Integer> at, List<Result> results) {
        var definite = new ArrayList<Definite>();
        for (var i = 0; i < lines; i++) {
            var index = at.indexOf(i);
            var result =
                    index < 0
                            ? new Result(
                                    "OTHER-" + i,
                                    PaymentState.SETTLED,
                                    Optional.empty(),
                                    Optional.empty())
                            : results.get(index);
            definite.add(new Definite(new Place("row " + (i + 1), i + 2), result));
        }
        var rest = new Rest(new Place("row " + lines, 0), "X", Effect.UNREAD, "a word");
        return new Reading.Read(definite, List.of(rest));
    }

    private Result of(int payment, PaymentState outcome) {
        return month.hall.result(payments.get(payment), outcome);
    }

    private long work(Reading.Read file, Reviewer reporter) {
        return TOWN.bean(LargeAnswers.class).work(batch, file, reporter);
    }

    private Worked answer(Reading.Read file) {
        var answerId = work(file, TownHall.finance(district));
        return TOWN.bean(LargeAnswers.class).end(answerId);
    }

    private List<PaymentState> states() {
        return TOWN.bean(Batches.class).find(batch.batchId()).orElseThrow().payments().stream()
                .map(Batch.Payment::state)
                .toList();
    }

    private long kept() {
        return TOWN.number(
                "select count(*) as answer from payment_result where batch_id = ?",
                batch.batchId());
    }

    private long open() {
        return TOWN.number(
                "select count(*) as answer from payment_answer where batch_id = ?",
                batch.batchId());
    }

    @Test
    void each_line_takes_effect_once_and_is_kept_once() {
        var file =
                file(
                        2_300,
                        List.of(3, 1_200, 2_299),
                        List.of(
                                of(0, PaymentState.SETTLED),
                                of(1, PaymentState.FAILED),
                                of(2, PaymentState.UNKNOWN)));

        var worked = answer(file);

        assertThat(worked.applied()).isEqualTo(3);
        assertThat(worked.lines()).isEqualTo(2_301);
        assertThat(worked.listed()).hasSize(2_301);
        assertThat(worked.listed().subList(0, 3))
                .extracting(Line::effect)
                .containsOnly(Effect.APPLIED);
        assertThat(worked.listed().stream().filter(line -> line.outcome().isEmpty()))
                .extracting(Line::effect)
                .containsExactly(Effect.UNREAD);
        assertThat(states())
                .containsExactly(PaymentState.SETTLED, PaymentState.FAILED, PaymentState.UNKNOWN);
        assertThat(kept()).isEqualTo(2_301);
        assertThat(open()).isZero();
    }

    @Test
    void of_settled_and_failed_in_distant_lines_settled_counts_as_in_a_small_file() {
        var file =
                file(
                        2_300,
                        List.of(0, 2_299),
                        List.of(of(0, PaymentState.FAILED), of(0, PaymentState.SETTLED)));

        var worked = answer(file);

        assertThat(states().getFirst()).isEqualTo(PaymentState.SETTLED);
        assertThat(worked.listed().subList(0, 2))
                .extracting(Line::effect)
                .containsExactly(Effect.CONFLICT, Effect.APPLIED);
    }

    @Test
    void a_file_sent_again_after_its_answer_changes_nothing() {
        var file = file(1_100, List.of(7), List.of(of(0, PaymentState.SETTLED)));
        assertThat(answer(file).applied()).isEqualTo(1);

        var again = answer(file);

        assertThat(again.applied()).isZero();
        assertThat(again.lines()).isEqualTo(1_101);
        assertThat(again.listed().getFirst().effect()).isEqualTo(Effect.REPEATED);
    }

    @Test
    void an_interrupted_file_continues_where_it_ended() {
        var file =
                file(
                        2_300,
                        List.of(3, 1_200),
                        List.of(of(0, PaymentState.SETTLED), of(1, PaymentState.SETTLED)));

        var broken =
                whileLocked(
                        payments.get(1),
                        () ->
                                catchThrowableOfType(
                                        DatabaseFailure.class,
                                        () -> work(file, TownHall.finance(district))));

        assertThat(broken.kind()).isEqualTo(DatabaseFailure.Kind.LOCK_TIMEOUT);
        assertThat(states())
                .containsExactly(PaymentState.SETTLED, PaymentState.SENT, PaymentState.SENT);
        assertThat(kept()).isEqualTo(1_000);

        var worked = answer(file);

        assertThat(worked.applied()).isEqualTo(2);
        assertThat(worked.lines()).isEqualTo(2_301);
        assertThat(kept()).isEqualTo(2_301);
        assertThat(states())
                .containsExactly(PaymentState.SETTLED, PaymentState.SETTLED, PaymentState.SENT);
    }

    private <T> T whileLocked(Batch.Payment payment, Supplier<T> work) {
        return TOWN.in(connection -> {
            var locked =
                    Sql.on(connection, "select state from payment where payment_id = ? for update")
                            .with(payment.paymentId())
                            .exists();
            assertThat(locked).isTrue();
            return CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        });
    }

    @Test
    void two_requests_with_one_file_share_its_portions() throws Exception {
        var file = file(4_000, List.of(3_999), List.of(of(0, PaymentState.SETTLED)));

        var first =
                CompletableFuture.supplyAsync(() -> work(file, TownHall.finance(district)))
                        .orTimeout(120, TimeUnit.SECONDS);
        var other =
                CompletableFuture.supplyAsync(() -> work(file, TownHall.finance(district)))
                        .orTimeout(120, TimeUnit.SECONDS);

        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(other.get(60, TimeUnit.SECONDS));
        assertThat(kept()).isEqualTo(4_001);
        assertThat(states().getFirst()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void while_a_large_file_is_worked_off_others_get_the_days_lock() {
        assertThat(locksWhileWorkingOff(20_000)).isGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("prove")
    void while_the_largest_file_is_worked_off_others_get_the_days_lock() {
        var began = System.nanoTime();

        assertThat(locksWhileWorkingOff(300_000)).isGreaterThan(100);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(5));
    }

    /// Takes the exclusive lock of the day, as a close does, in a loop.
    ///
    /// @return how often the lock was obtained; a wait of more than three seconds fails
    private long locksWhileWorkingOff(int lines) {
        var file = file(lines, List.of(lines - 1), List.of(of(0, PaymentState.SETTLED)));
        var working =
                CompletableFuture.supplyAsync(() -> work(file, TownHall.finance(district)))
                        .orTimeout(120, TimeUnit.SECONDS);
        var locks = 0L;
        while (!working.isDone()) {
            locks +=
                    TOWN.number(
                            "select count(*) as answer from business_day where day = ? for update",
                            TOWN.today());
        }
        assertThat(working.join()).isPositive();
        assertThat(kept()).isEqualTo(lines + 1);
        return locks;
    }

    @Test
    void the_approver_of_a_statement_is_stopped_there_and_another_person_continues() {
        var file = file(1_600, List.of(1_100), List.of(of(0, PaymentState.SETTLED)));
        var officer = new Reviewer("officer", new Reach.Finance(district));

        assertThat(catchThrowableOfType(ReporterHasActed.class, () -> work(file, officer)))
                .isNotNull();
        assertThat(states().getFirst()).isEqualTo(PaymentState.SENT);

        assertThat(answer(file).applied()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1_601);
    }

    @Test
    void an_answer_lists_lines_about_its_payments_before_others() {
        var file = file(12_000, List.of(11_999), List.of(of(0, PaymentState.SETTLED)));

        var worked = answer(file);

        assertThat(worked.lines()).isEqualTo(12_001);
        assertThat(worked.listed()).hasSize(LargeAnswers.MOST_LISTED);
        assertThat(worked.listed().getFirst().endToEndId())
                .isEqualTo(payments.getFirst().endToEndId());
        assertThat(worked.listed().get(1).endToEndId()).isEqualTo("OTHER-0");
    }

    @Test
    void a_file_has_at_most_300_000_lines_and_a_line_for_a_batch_counts_as_all_its_payments() {
        var most = "endToEndId,outcome\n" + "NC1,SETTLED\n".repeat(300_000);
        var ofBatch = "endToEndId,outcome\n" + (batch.messageId() + ",SETTLED\n").repeat(100_001);

        assertThat(read(most)).isInstanceOf(Reading.Read.class);
        assertThat(read(most + "NC1,SETTLED\n")).isEqualTo(new Reading.TooLong(300_000));
        assertThat(read(ofBatch)).isEqualTo(new Reading.TooLong(300_000));
    }

    private Reading read(String file) {
        return BankAnswer.read(file.getBytes(UTF_8), Optional.empty(), batch);
    }
}
