package org.nuancan.review;

import static io.micronaut.transaction.TransactionDefinition.Propagation.MANDATORY;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Persons;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Steps;
import org.nuancan.review.step.Steps.About;

/// Moves statements through payment: `APPROVED → IN_PAYMENT → PAID` or `PAYMENT_FAILED`, from which
/// the next batch includes them again. A negative statement can be included in any state of review.
///
/// All methods run in the caller's transaction and lock all statements in the order of their ids.
/// If one statement cannot be moved, none is moved.
@Singleton
public class PaymentMoves {

    /// Outcome of a request to move statements.
    public sealed interface Moved {

        /// All statements are moved, in the order of their ids.
        record All(List<Standing> statements) implements Moved {}

        /// This statement cannot be moved; none is moved.
        record Refused(long statementId, Outcome why) implements Moved {}
    }

    private final StatementStates states;
    private final Persons persons;
    private final Steps steps;
    private final Clock clock;

    PaymentMoves(StatementStates states, Persons persons, Steps steps, Clock clock) {
        this.states = states;
        this.persons = persons;
        this.steps = steps;
        this.clock = clock;
    }

    /// Locks statements and reads their states and amounts, so that they can be added up before
    /// they move.
    @Transactional(propagation = MANDATORY)
    public List<Standing> lock(Collection<Long> statementIds) {
        return states.lockAll(statementIds);
    }

    /// Whether a batch can include a statement: approved, or failed before; negative ones in any
    /// state except in payment or paid.
    public static boolean isPayable(Standing statement) {
        return switch (statement.state()) {
            case APPROVED, PAYMENT_FAILED -> true;
            case CALCULATED, CHECKED, CONFIRMED, REVIEWED -> statement.payable().isNegative();
            case IN_PAYMENT, PAID -> false;
        };
    }

    /// Moves statements into a payment.
    ///
    /// @param payer person of the district's finance; must not have reviewed or approved any of
    ///   them
    @Transactional
    public Moved intoPayment(Collection<Long> statementIds, Reviewer payer, String reason) {
        var move = new Move(Act.PAY, StatementState.IN_PAYMENT, PaymentMoves::isPayable);
        return all(statementIds, move, payer, reason);
    }

    /// Marks statements as paid without a payment: they cancel each other out, or the provider paid
    /// its debt.
    @Transactional
    public Moved settled(Collection<Long> statementIds, Reviewer payer, String reason) {
        var move = new Move(Act.SETTLE, StatementState.PAID, PaymentMoves::isPayable);
        return all(statementIds, move, payer, reason);
    }

    /// Marks statements as paid by the bank.
    ///
    /// @param reporter the person who imported the bank's answer, or [Reviewer#PLATFORM]
    @Transactional
    public Moved paid(Collection<Long> statementIds, Reviewer reporter, String reason) {
        var move = new Move(Act.SETTLE, StatementState.PAID, PaymentMoves::isInPayment);
        return all(statementIds, move, reporter, reason);
    }

    /// Marks the payment as failed: before it was settled, or returned after.
    ///
    /// @param reporter the person who imported the bank's answer, or [Reviewer#PLATFORM]
    @Transactional
    public Moved failed(Collection<Long> statementIds, Reviewer reporter, String reason) {
        var move =
                new Move(
                        Act.FAIL,
                        StatementState.PAYMENT_FAILED,
                        statement ->
                                isInPayment(statement) || statement.state() == StatementState.PAID);
        return all(statementIds, move, reporter, reason);
    }

    private static boolean isInPayment(Standing statement) {
        return statement.state() == StatementState.IN_PAYMENT;
    }

    private record Move(Act act, StatementState to, Predicate<Standing> starts) {}

    private Moved all(Collection<Long> statementIds, Move move, Reviewer reviewer, String reason) {
        var locked = states.lockAll(statementIds);
        for (var wanted : statementIds) {
            if (locked.stream().noneMatch(statement -> statement.statementId() == wanted)) {
                return new Moved.Refused(wanted, new Outcome.NotHere());
            }
        }
        for (var statement : locked) {
            var pays = reviewer.level() == Level.FINANCE || reviewer.level() == Level.PLATFORM;
            if (!pays || !reviewer.reaches(statement, List.of())) {
                return new Moved.Refused(statement.statementId(), new Outcome.NotHere());
            }
            if (!move.starts().test(statement)) {
                return new Moved.Refused(
                        statement.statementId(), new Outcome.WrongState(statement.state()));
            }
        }
        for (var statement : locked) {
            var other = persons.elsewhere(statement.statementId(), reviewer);
            if (other.isPresent()) {
                return new Moved.Refused(
                        statement.statementId(), new Outcome.SecondPerson(other.get()));
            }
        }
        return new Moved.All(moved(locked, move, reviewer, reason));
    }

    private List<Standing> moved(
            List<Standing> locked, Move move, Reviewer reviewer, String reason) {
        var now = clock.instant();
        var after = new ArrayList<Standing>();
        var taken = new ArrayList<Steps.Taken>();
        for (var statement : locked) {
            var next = states.move(statement, move.to(), now);
            after.add(next);
            taken.add(
                    new Steps.Taken(
                            move.act(), reviewer, statement.state(), next, About.all(reason)));
        }
        steps.write(taken);
        return List.copyOf(after);
    }
}
