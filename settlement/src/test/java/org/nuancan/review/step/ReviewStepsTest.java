package org.nuancan.review.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.close.statement.StatementState;
import org.nuancan.review.Disputing;
import org.nuancan.review.Office;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.step.Reviewer.Reach;

class ReviewStepsTest {

    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private StatementState state(long id) {
        return office.statement(id).state();
    }

    @Test
    void a_closed_statement_is_checked_and_goes_from_level_to_level() {
        var id = office.closedLunch().id();
        assertThat(state(id)).isEqualTo(StatementState.CHECKED);

        office.approved(id);

        assertThat(state(id)).isEqualTo(StatementState.APPROVED);
        var steps = office.books().in(_ -> office.books().bean(Steps.class).of(id, 0, 100));
        assertThat(steps)
                .extracting(Steps.Step::act, Steps.Step::by, Steps.Step::version)
                .containsExactly(
                        tuple(Act.CHECK, "platform", 2),
                        tuple(Act.CONFIRM, "manager", 3),
                        tuple(Act.REVIEW, "street", 4),
                        tuple(Act.APPROVE, "officer", 5));
    }

    @Test
    void no_step_starts_from_another_state() {
        var id = office.closedLunch().id();

        assertThat(office.review(id, Office.STREET_OFFICER))
                .isEqualTo(new Outcome.WrongState(StatementState.CHECKED));
        assertThat(office.approve(id, Office.OFFICER))
                .isEqualTo(new Outcome.WrongState(StatementState.CHECKED));
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.Refused.class);
        assertThat(state(id)).isEqualTo(StatementState.CHECKED);
    }

    @Test
    void no_person_acts_at_two_levels_of_one_statement_even_after_a_return() {
        var id = office.closedLunch().id();
        var everybody = "same";
        assertThat(office.confirm(id, new Reviewer(everybody, new Reach.OfProvider(1))))
                .isInstanceOf(Outcome.Done.class);

        assertThat(office.review(id, new Reviewer(everybody, new Reach.Street(Office.STREET))))
                .isEqualTo(new Outcome.SecondPerson(Level.PROVIDER));
        assertThat(office.giveBack(id, Office.STREET_OFFICER)).isInstanceOf(Outcome.Done.class);
        assertThat(office.confirm(id, new Reviewer(everybody, new Reach.OfProvider(1))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(office.review(id, new Reviewer(everybody, new Reach.Street(Office.STREET))))
                .isEqualTo(new Outcome.SecondPerson(Level.PROVIDER));
    }

    /// A person who acted at one level is refused at each later one, for any two levels.
    @ParameterizedTest
    @CsvSource({
        "PROVIDER, STREET",
        "PROVIDER, DISTRICT",
        "PROVIDER, FINANCE",
        "STREET, DISTRICT",
        "STREET, FINANCE",
        "DISTRICT, FINANCE"
    })
    void one_person_acts_at_one_level_only(Level first, Level second) {
        var id = office.closedLunch().id();
        for (var level : List.of(Level.PROVIDER, Level.STREET, Level.DISTRICT, Level.FINANCE)) {
            if (level == second) {
                assertThat(isTaken(id, level, "same")).as("%s then %s", first, second).isFalse();
                return;
            }
            assertThat(isTaken(id, level, level == first ? "same" : level.name())).isTrue();
        }
    }

    private boolean isTaken(long id, Level level, String person) {
        return switch (level) {
            case PROVIDER ->
                    office.confirm(id, new Reviewer(person, new Reach.OfProvider(1)))
                            instanceof Outcome.Done;
            case STREET ->
                    office.review(id, new Reviewer(person, new Reach.Street(Office.STREET)))
                            instanceof Outcome.Done;
            case DISTRICT ->
                    office.approve(id, new Reviewer(person, new Reach.District(Office.DISTRICT)))
                            instanceof Outcome.Done;
            case FINANCE ->
                    office.pay(id, new Reviewer(person, new Reach.Finance(Office.DISTRICT)))
                            instanceof PaymentMoves.Moved.All;
            case PLATFORM -> throw new IllegalArgumentException("no person");
        };
    }

    @Test
    void the_payer_has_neither_reviewed_nor_approved() {
        var id = office.closedLunch().id();
        office.approved(id);

        for (var name : List.of("manager", "street", "officer")) {
            assertThat(office.pay(id, new Reviewer(name, new Reach.Finance(Office.DISTRICT))))
                    .isInstanceOfSatisfying(
                            PaymentMoves.Moved.Refused.class,
                            refused ->
                                    assertThat(refused.why())
                                            .isInstanceOf(Outcome.SecondPerson.class));
        }
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.All.class);
    }

    @Test
    void a_failed_payment_goes_into_the_next_batch_and_nothing_is_paid_twice() {
        var id = office.closedLunch().id();
        office.approved(id);
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.All.class);
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.Refused.class);

        assertThat(office.failed(id)).isInstanceOf(PaymentMoves.Moved.All.class);
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.All.class);
        assertThat(office.paid(id)).isInstanceOf(PaymentMoves.Moved.All.class);

        assertThat(office.paid(id)).isInstanceOf(PaymentMoves.Moved.Refused.class);
        assertThat(office.pay(id, Office.FINANCE)).isInstanceOf(PaymentMoves.Moved.Refused.class);
        assertThat(state(id)).isEqualTo(StatementState.PAID);
    }

    @Test
    void it_is_reviewed_when_every_street_with_a_line_has_reviewed() {
        // Another site of the provider in another street, with a line on the same statement.
        var id = office.closedLunch().id();
        office.site(7, "110105013");
        try {
            office.books().run("insert into statement_site values (%d, 70, 1)".formatted(id));
        } catch (SQLException exception) {
            throw new AssertionError(exception);
        }
        var other = new Reviewer("street-13", new Reach.Street("110105013"));
        var stranger = new Reviewer("street-14", new Reach.Street("110105014"));
        assertThat(office.confirm(id, Office.MANAGER)).isInstanceOf(Outcome.Done.class);

        assertThat(office.review(id, stranger)).isEqualTo(new Outcome.NotHere());
        assertThat(office.review(id, Office.STREET_OFFICER)).isInstanceOf(Outcome.Done.class);
        assertThat(state(id)).isEqualTo(StatementState.CONFIRMED);
        assertThat(office.review(id, Office.STREET_OFFICER))
                .isEqualTo(new Outcome.StreetHasReviewed());
        assertThat(office.review(id, other)).isInstanceOf(Outcome.Done.class);
        assertThat(state(id)).isEqualTo(StatementState.REVIEWED);

        // After a return all streets have to review again.
        assertThat(office.giveBack(id, Office.OFFICER)).isInstanceOf(Outcome.Done.class);
        assertThat(office.review(id, other)).isInstanceOf(Outcome.Done.class);
        assertThat(state(id)).isEqualTo(StatementState.CONFIRMED);
    }

    @Test
    void a_statement_is_hidden_from_other_reviewers() {
        var id = office.closedLunch().id();

        assertThat(office.confirm(id, new Reviewer("x", new Reach.OfProvider(2))))
                .isEqualTo(new Outcome.NotHere());
        assertThat(office.giveBack(id, new Reviewer("y", new Reach.District("110101"))))
                .isEqualTo(new Outcome.NotHere());
        assertThat(office.pay(id, new Reviewer("z", new Reach.Finance("110101"))))
                .isEqualTo(new PaymentMoves.Moved.Refused(id, new Outcome.NotHere()));
    }

    @Test
    void a_step_on_an_older_version_is_refused_as_stale() {
        var statement = office.closedLunch();
        var books = office.books();
        assertThat(statement.version()).isEqualTo(2);

        assertThat(
                        books.<Outcome>in(_ ->
                                office.review()
                                        .confirm(Office.seen(statement.id(), 1), Office.MANAGER)))
                .isEqualTo(new Outcome.Stale());
        assertThat(
                        books.<Outcome>in(_ ->
                                office.review()
                                        .confirm(Office.seen(statement.id(), 2), Office.MANAGER)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_dispute_keeps_the_statement_waiting_until_it_is_answered() {
        var order = office.books().lunch(1);
        var id = office.closed().id();
        var disputing = office.books().bean(Disputing.class);
        var opened =
                office.books()
                        .<Outcome>in(_ ->
                                disputing.dispute(
                                        Office.seen(id),
                                        Office.MANAGER,
                                        order,
                                        "13.00, not 18.00"));
        var disputeId = ((Outcome.Done) opened).id();

        assertThat(office.confirm(id, Office.MANAGER)).isEqualTo(new Outcome.Disputed());
        assertThat(resolve(id, disputeId, Office.OFFICER, Disputes.Verdict.WITHDRAWN))
                .isInstanceOf(Outcome.WrongState.class);
        assertThat(resolve(id, disputeId, Office.STREET_OFFICER, Disputes.Verdict.REJECTED))
                .isInstanceOf(Outcome.Done.class);
        assertThat(office.confirm(id, Office.MANAGER)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_order_that_is_missing_is_disputed_too_and_the_district_answers() {
        var id = office.closedLunch().id();
        var disputing = office.books().bean(Disputing.class);
        var opened =
                office.books()
                        .<Outcome>in(_ ->
                                disputing.dispute(
                                        Office.seen(id), Office.MANAGER, 4711, "missing"));
        var again =
                office.books()
                        .<Outcome>in(_ ->
                                disputing.dispute(
                                        Office.seen(id), Office.MANAGER, 4711, "missing"));
        var disputeId = ((Outcome.Done) opened).id();

        assertThat(again).isEqualTo(new Outcome.DisputedAlready());
        assertThat(resolve(id, disputeId, Office.STREET_OFFICER, Disputes.Verdict.UPHELD))
                .isEqualTo(new Outcome.NotHere());
        assertThat(resolve(id, disputeId, Office.OFFICER, Disputes.Verdict.UPHELD))
                .isInstanceOf(Outcome.Done.class);
        assertThat(resolve(id, disputeId, Office.OFFICER, Disputes.Verdict.UPHELD))
                .isInstanceOf(Outcome.WrongState.class);
    }

    private Outcome resolve(long id, long disputeId, Reviewer who, Disputes.Verdict verdict) {
        var disputing = office.books().bean(Disputing.class);
        return office.books()
                .<Outcome>in(_ ->
                        disputing.resolve(Office.seen(id), who, disputeId, verdict, "looked at"));
    }

    @Test
    void a_step_sent_twenty_times_at_once_is_taken_once() throws Exception {
        var order = office.books().lunch(1);
        var statement = office.closed();
        var id = statement.id();

        assertThat(atOnce(() -> office.hold(statement, order))).isEqualTo(1);
        assertThat(atOnce(() -> office.release(statement, order))).isEqualTo(1);
        assertThat(atOnce(() -> office.confirm(id, Office.MANAGER))).isEqualTo(1);
        assertThat(atOnce(() -> office.review(id, Office.STREET_OFFICER))).isEqualTo(1);
        assertThat(atOnce(() -> office.approve(id, Office.OFFICER))).isEqualTo(1);
        assertThat(atOnce(() -> office.recover(statement, order))).isEqualTo(1);
        assertThat(
                        atOnce(() ->
                                switch (office.pay(id, Office.FINANCE)) {
                                    case PaymentMoves.Moved.All(var all) ->
                                            new Outcome.Done(all.getFirst(), 0);
                                    case PaymentMoves.Moved.Refused(var _, var why) -> why;
                                }))
                .isEqualTo(1);
        assertThat(
                        office.books()
                                .number(
                                        """
                                        select count(*) as answer from statement_step
                                         where statement_id = ?
                                        """,
                                        id))
                .isEqualTo(8);
        assertThat(office.books().balances().values().stream().mapToLong(Long::longValue).sum())
                .isZero();
    }

    private static long atOnce(Callable<Outcome> step)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Outcome>>();
            for (var i = 0; i < 20; i++) {
                tries.add(
                        threads.submit(() -> {
                            ready.await();
                            return step.call();
                        }));
            }
            ready.countDown();
            var done = 0L;
            for (var attempt : tries) {
                var outcome = attempt.get();
                if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Recovered) {
                    done++;
                }
            }
            return done;
        }
    }

    @Test
    void the_history_cannot_be_edited() {
        var id = office.closedLunch().id();

        assertThatThrownBy(() -> office.books().run("update statement_step set acted_by = 'x'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> office.books().run("delete from statement_step"))
                .hasMessageContaining("never deleted");
        assertThat(state(id)).isEqualTo(StatementState.CHECKED);
    }
}
