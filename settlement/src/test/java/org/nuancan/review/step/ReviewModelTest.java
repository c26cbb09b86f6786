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

    private enum Wish {
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

        boolean takes(Wish wish, Reviewer who) {
            var starts =
                    switch (wish) {
                        case CONFIRM ->
                                who.level() == Level.PROVIDER && state == StatementState.CHECKED;
                        case REVIEW ->
                                who.level() == Level.STREET && state == StatementState.CONFIRMED;
                        case APPROVE ->
                                who.level() == Level.DISTRICT && state == StatementState.REVIEWED;
                        case RETURN -> mayReturn(who.level());
                        case PAY ->
                                who.level() == Level.FINANCE
                                        && (state == StatementState.APPROVED
                                                || state == StatementState.PAYMENT_FAILED);
                        case PAID ->
                                who.level() == Level.FINANCE && state == StatementState.IN_PAYMENT;
                        case FAILED ->
                                who.level() == Level.FINANCE
                                        && (state == StatementState.IN_PAYMENT
                                                || state == StatementState.PAID);
                        case HOLD ->
                                isOfficer(who)
                                        && !held
                                        && state.compareTo(StatementState.IN_PAYMENT) < 0;
                        case RELEASE -> isOfficer(who) && held;
                    };
            return starts && levels.getOrDefault(who.name(), who.level()) == who.level();
        }

        private boolean mayReturn(Level level) {
            return switch (state) {
                case CONFIRMED -> level == Level.STREET;
                case REVIEWED -> level == Level.DISTRICT;
                case APPROVED -> level == Level.DISTRICT || level == Level.FINANCE;
                default -> false;
            };
        }

        private static boolean isOfficer(Reviewer who) {
            return who.level() == Level.STREET || who.level() == Level.DISTRICT;
        }

        void take(Wish wish, Reviewer who) {
            levels.put(who.name(), who.level());
            state =
                    switch (wish) {
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
            if (wish == Wish.HOLD || wish == Wish.RELEASE) {
                held = wish == Wish.HOLD;
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
                var wish = Wish.values()[random.nextInt(Wish.values().length)];
                var who = somebody(random, wish);
                var expected = model.takes(wish, who);

                var taken = isTaken(office, wish, who, statement.id(), order);

                assertThat(taken)
                        .as("step %d: %s by %s in %s", i, wish, who, model.state)
                        .isEqualTo(expected);
                if (taken) {
                    model.take(wish, who);
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
    private static Reviewer somebody(Random random, Wish wish) {
        var name = PERSONS.get(random.nextInt(PERSONS.size()));
        var reaches =
                List.<Reach>of(
                        new Reach.OfProvider(Office.PROVIDER),
                        new Reach.Street(Office.STREET),
                        new Reach.District(Office.DISTRICT),
                        new Reach.Finance(Office.DISTRICT));
        var right =
                switch (wish) {
                    case CONFIRM -> 0;
                    case REVIEW, HOLD -> 1;
                    case APPROVE, RELEASE, RETURN -> 2;
                    case PAY, PAID, FAILED -> 3;
                };
        var at = random.nextInt(4) == 0 ? random.nextInt(reaches.size()) : right;
        return new Reviewer(name, reaches.get(at));
    }

    private static boolean isTaken(Office office, Wish wish, Reviewer who, long id, long order) {
        return switch (wish) {
            case CONFIRM -> office.confirm(id, who) instanceof Outcome.Done;
            case REVIEW -> office.review(id, who) instanceof Outcome.Done;
            case APPROVE -> office.approve(id, who) instanceof Outcome.Done;
            case RETURN -> office.giveBack(id, who) instanceof Outcome.Done;
            case PAY -> office.pay(id, who) instanceof PaymentMoves.Moved.All;
            case PAID -> office.paid(id, who) instanceof PaymentMoves.Moved.All;
            case FAILED -> office.failed(id, who) instanceof PaymentMoves.Moved.All;
            case HOLD -> office.hold(office.statement(id), order, who) instanceof Outcome.Done;
            case RELEASE ->
                    office.release(office.statement(id), order, who) instanceof Outcome.Done;
        };
    }
}
