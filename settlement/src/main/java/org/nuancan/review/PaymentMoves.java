package org.nuancan.review;

import static io.micronaut.transaction.TransactionDefinition.Propagation.MANDATORY;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.nuancan.close.StatementState;
import org.nuancan.close.StatementStates;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.review.Steps.About;

/// The moves of statements that payments make: `APPROVED → IN_PAYMENT → PAID` or `PAYMENT_FAILED`,
/// which goes into the next batch. A negative statement goes along whatever its review has come to.
///
/// Everything in the caller's transaction, all statements locked in the order of their ids; nothing
/// is moved if one of them cannot be.
@Singleton
public class PaymentMoves {

    /// What became of the wish.
    public sealed interface Moved {

        /// All of them stand there now, in the order of their ids.
        record All(List<Standing> statements) implements Moved {}

        /// This one cannot go there; none has moved.
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

    /// Locks statements and reads where they stand, to be added up before they move.
    @Transactional(propagation = MANDATORY)
    public List<Standing> lock(Collection<Long> statementIds) {
        return states.lockAll(statementIds);
    }

    /// Whether a statement is taken up by a batch: approved, or failed before; negative ones in any
    /// state that is not in payment or paid.
    public static boolean isPayable(Standing statement) {
        return switch (statement.state()) {
            case APPROVED, PAYMENT_FAILED -> true;
            case CALCULATED, CHECKED, CONFIRMED, REVIEWED -> statement.payable().isNegative();
            case IN_PAYMENT, PAID -> false;
        };
    }

    /// Into a payment.
    ///
    /// @param payer of the district's finance; must not have reviewed or approved any of them
    @Transactional
    public Moved intoPayment(Collection<Long> statementIds, Reviewer payer, String reason) {
        var move = new Move(Act.PAY, StatementState.IN_PAYMENT, PaymentMoves::isPayable);
        return all(statementIds, move, payer, reason);
    }

    /// Nothing is open of them without a payment: they cancel each other out, or the provider paid
    /// what it owed.
    @Transactional
    public Moved settled(Collection<Long> statementIds, Reviewer payer, String reason) {
        var move = new Move(Act.SETTLE, StatementState.PAID, PaymentMoves::isPayable);
        return all(statementIds, move, payer, reason);
    }

    /// The bank has paid.
    ///
    /// @param reporter who read in the bank's answer, or [Reviewer#PLATFORM]
    @Transactional
    public Moved paid(Collection<Long> statementIds, Reviewer reporter, String reason) {
        var move = new Move(Act.SETTLE, StatementState.PAID, PaymentMoves::isInPayment);
        return all(statementIds, move, reporter, reason);
    }

    /// The payment did not arrive: before it was settled, or returned after.
    ///
    /// @param reporter who read in the bank's answer, or [Reviewer#PLATFORM]
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

    private Moved all(Collection<Long> statementIds, Move move, Reviewer who, String reason) {
        var locked = states.lockAll(statementIds);
        for (var wanted : statementIds) {
            if (locked.stream().noneMatch(one -> one.statementId() == wanted)) {
                return new Moved.Refused(wanted, new Outcome.NotHere());
            }
        }
        for (var statement : locked) {
            var pays = who.level() == Level.FINANCE || who.level() == Level.PLATFORM;
            if (!pays || !who.reaches(statement, List.of())) {
                return new Moved.Refused(statement.statementId(), new Outcome.NotHere());
            }
            if (!move.starts().test(statement)) {
                return new Moved.Refused(
                        statement.statementId(), new Outcome.WrongState(statement.state()));
            }
        }
        for (var statement : locked) {
            var other = persons.elsewhere(statement.statementId(), who);
            if (other.isPresent()) {
                return new Moved.Refused(
                        statement.statementId(), new Outcome.SecondPerson(other.get()));
            }
        }
        return new Moved.All(moved(locked, move, who, reason));
    }

    private List<Standing> moved(List<Standing> locked, Move move, Reviewer who, String reason) {
        var now = clock.instant();
        var after = new ArrayList<Standing>();
        var taken = new ArrayList<Steps.Taken>();
        for (var statement : locked) {
            var next = states.move(statement, move.to(), now);
            after.add(next);
            taken.add(new Steps.Taken(move.act(), who, statement.state(), next, About.all(reason)));
        }
        steps.write(taken);
        return List.copyOf(after);
    }
}
