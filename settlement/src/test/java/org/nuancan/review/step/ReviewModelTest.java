package org.nuancan.review.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nuancan.close.Books;
import org.nuancan.close.statement.StatementState;
import org.nuancan.review.HistoryVerification;
import org.nuancan.review.Office;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.step.Reviewer.Reach;

/// Random steps by random persons against a model without a database: the review accepts exactly
/// the steps that the model accepts, and at the end every history is consistent.
class ReviewModelTest {

    private static final int STEPS = 400;
    private static final List<String> PERSONS = List.of("a", "b", "c", "d", "e");

    private enum Action {
        CONFIRM,
        REVIEW,
        APPROVE,
        RETURN,
        PAY,
        PAID,
        FAILED,
        HOLD,
        RELEASE
    }

    /// The diagram of the design page, in a few lines.
    private static final class Model {

        private StatementState state = StatementState.CHECKED;
        private final Map<String, Level> levels = new HashMap<>();
        private boolean held;

        boolean takes(Action action, Reviewer reviewer) {
            var starts =
                    switch (action) {
                        case CONFIRM ->
                                reviewer.level() == Level.PROVIDER
                                        && state == StatementState.CHECKED;
                        case REVIEW ->
                                reviewer.level() == Level.STREET
                                        && state == StatementState.CONFIRMED;
                        case APPROVE ->
                                reviewer.level() == Level.DISTRICT
                                        && state == StatementState.REVIEWED;
                        case RETURN -> mayReturn(reviewer.level());
                        case PAY ->
                                reviewer.level() == Level.FINANCE
                                        && (state == StatementState.APPROVED
                                                || state == StatementState.PAYMENT_FAILED);
                        case PAID ->
                                reviewer.level() == Level.FINANCE
                                        && state == StatementState.IN_PAYMENT;
                        case FAILED ->
                                reviewer.level() == Level.FINANCE
                                        && (state == StatementState.IN_PAYMENT
                                                || state == StatementState.PAID);
                        case HOLD ->
                                isOfficer(reviewer)
                                        && !held
                                        && state.compareTo(StatementState.IN_PAYMENT) < 0;
                        case RELEASE -> isOfficer(reviewer) && held;
                    };
            return starts
                    && levels.getOrDefault(reviewer.name(), reviewer.level()) == reviewer.level();
        }

        private boolean mayReturn(Level level) {
            return switch (state) {
                case CONFIRMED -> level == Level.STREET;
                case REVIEWED -> level == Level.DISTRICT;
                case APPROVED -> level == Level.DISTRICT || level == Level.FINANCE;
                default -> false;
            };
        }

        private static boolean isOfficer(Reviewer reviewer) {
            return reviewer.level() == Level.STREET || reviewer.level() == Level.DISTRICT;
        }

        void take(Action action, Reviewer reviewer) {
            levels.put(reviewer.name(), reviewer.level());
            state =
                    switch (action) {
                        case CONFIRM -> StatementState.CONFIRMED;
                        case REVIEW -> StatementState.REVIEWED;
                        case APPROVE -> StatementState.APPROVED;
                        case RETURN ->
                                switch (state) {
                                    case CONFIRMED -> StatementState.CHECKED;
                                    case REVIEWED -> StatementState.CONFIRMED;
                                    default -> StatementState.REVIEWED;
                                };
                        case PAY -> StatementState.IN_PAYMENT;
                        case PAID -> StatementState.PAID;
                        case FAILED -> StatementState.PAYMENT_FAILED;
                        case HOLD, RELEASE -> state;
                    };
            if (action == Action.HOLD || action == Action.RELEASE) {
                held = action == Action.HOLD;
            }
        }
    }

    @Test
    void the_review_takes_the_steps_that_the_model_takes_and_no_other() {
        var random = new Random(20261124);
        try (var office = Office.open()) {
            var order = office.books().lunch(Office.PROVIDER);
            var statement = office.closed();
            var hash = statement.contentHash();
            var model = new Model();
            for (var i = 0; i < STEPS; i++) {
                var action = Action.values()[random.nextInt(Action.values().length)];
                var reviewer = randomReviewer(random, action);
                var expected = model.takes(action, reviewer);

                var taken = isTaken(office, action, reviewer, statement.id(), order);

                assertThat(taken)
                        .as("step %d: %s by %s in %s", i, action, reviewer, model.state)
                        .isEqualTo(expected);
                if (taken) {
                    model.take(action, reviewer);
                }
                assertThat(office.statement(statement.id()).state()).isEqualTo(model.state);
            }
            assertThat(office.statement(statement.id()).contentHash()).isEqualTo(hash);
            assertThat(office.books().balances().values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
            assertThat(
                            office.books()
                                    .bean(HistoryVerification.class)
                                    .show(Books.DAY, Books.DAY)
                                    .faults())
                    .isEmpty();
        }
    }

    /// In most cases a person of the required level, so that the walk makes progress.
    private static Reviewer randomReviewer(Random random, Action action) {
        var name = PERSONS.get(random.nextInt(PERSONS.size()));
        var reaches =
                List.<Reach>of(
                        new Reach.OfProvider(Office.PROVIDER),
                        new Reach.Street(Office.STREET),
                        new Reach.District(Office.DISTRICT),
                        new Reach.Finance(Office.DISTRICT));
        var right =
                switch (action) {
                    case CONFIRM -> 0;
                    case REVIEW, HOLD -> 1;
                    case APPROVE, RELEASE, RETURN -> 2;
                    case PAY, PAID, FAILED -> 3;
                };
        var at = random.nextInt(4) == 0 ? random.nextInt(reaches.size()) : right;
        return new Reviewer(name, reaches.get(at));
    }

    private static boolean isTaken(
            Office office, Action action, Reviewer reviewer, long id, long order) {
        return switch (action) {
            case CONFIRM -> office.confirm(id, reviewer) instanceof Outcome.Done;
            case REVIEW -> office.review(id, reviewer) instanceof Outcome.Done;
            case APPROVE -> office.approve(id, reviewer) instanceof Outcome.Done;
            case RETURN -> office.giveBack(id, reviewer) instanceof Outcome.Done;
            case PAY -> office.pay(id, reviewer) instanceof PaymentMoves.Moved.All;
            case PAID -> office.paid(id, reviewer) instanceof PaymentMoves.Moved.All;
            case FAILED -> office.failed(id, reviewer) instanceof PaymentMoves.Moved.All;
            case HOLD -> office.hold(office.statement(id), order, reviewer) instanceof Outcome.Done;
            case RELEASE ->
                    office.release(office.statement(id), order, reviewer) instanceof Outcome.Done;
        };
    }
}
