package org.nuancan.review;

import static io.micronaut.transaction.TransactionDefinition.Propagation.MANDATORY;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.posting.LineClaims;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Decisions;
import org.nuancan.review.step.Decisions.Decision;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Steps;
import org.nuancan.review.step.Steps.About;
import org.nuancan.review.step.Streets;

/// Withholds single lines, releases them, and recovers their grants. The statement itself never
/// changes: a payment leaves out the held amount.
///
/// All methods run in the caller's transaction, which locks the booking day first and the statement
/// last; between them the caller locks the limits that a recovery changes.
@Singleton
public class Holds {

    /// A line of a statement.
    ///
    /// @param journalId the line
    public record Line(Review.Seen seen, long journalId) {}

    private final StatementStates states;
    private final Access access;
    private final Books books;
    private final Decisions decisions;
    private final Steps steps;

    /// Finds and books lines.
    @Singleton
    record Books(
            StatementLines lines,
            Streets streets,
            LineBooking booking,
            BookingDays days,
            Stamp stamp,
            Transactions transactions) {

        private BusinessDay lockOpen(BusinessDay today) {
            return transactions.inOne(connection -> days.lockOpen(connection, today));
        }
    }

    /// Gives the id and the instant of a new row.
    @Singleton
    record Stamp(Ids ids, Clock clock) {}

    Holds(StatementStates states, Access access, Books books, Decisions decisions, Steps steps) {
        this.states = states;
        this.access = access;
        this.books = books;
        this.decisions = decisions;
        this.steps = steps;
    }

    /// Prepares the booking day. Call it before the transaction, not in it.
    public void prepare() {
        books.days().prepare(today());
    }

    /// Locks the booking day: the first lock of the transaction.
    @Transactional(propagation = MANDATORY)
    public BusinessDay lockDay() {
        return books.lockOpen(today());
    }

    private BusinessDay today() {
        return BusinessDay.today(books.stamp().clock());
    }

    /// The order of a line, for callers that lock it before the line's statement; empty if the
    /// journal does not exist.
    @Transactional
    public OptionalLong orderOf(Line line) {
        return books.lines().orderOf(line.journalId());
    }

    /// A line for which a decision is allowed.
    private record DecidableLine(Standing statement, StatementLines.Line line, LineClaims claims) {}

    private sealed interface FindOutcome {
        record Decidable(DecidableLine found) implements FindOutcome {}

        record Refused(Outcome outcome) implements FindOutcome {}
    }

    private FindOutcome find(Line wanted, Reviewer reviewer) {
        if (reviewer.level() == Level.PROVIDER || reviewer.level() == Level.FINANCE) {
            return new FindOutcome.Refused(new Outcome.NotHere());
        }
        return switch (access.any(wanted.seen(), reviewer)) {
            case Access.Refused(var refusal) -> new FindOutcome.Refused(refusal);
            case Access.Open(var statement, var _) -> {
                var line = books.lines().ofJournal(statement, wanted.journalId());
                yield line.isEmpty() || !isInReach(line.get(), reviewer)
                        ? new FindOutcome.Refused(new Outcome.NotHere())
                        : new FindOutcome.Decidable(
                                new DecidableLine(
                                        statement,
                                        line.get(),
                                        books.booking()
                                                .claims(
                                                        line.get().orderId(),
                                                        line.get().journalId(),
                                                        statement.providerId())));
            }
        };
    }

    private boolean isInReach(StatementLines.Line line, Reviewer reviewer) {
        return reviewer.street().isEmpty()
                || (line.siteId().isPresent()
                        && books.streets().ofSite(line.siteId().get()).equals(reviewer.street()));
    }

    /// Withholds a line, as long as no payment batch includes its statement.
    @Transactional
    public Outcome hold(BusinessDay booking, Line line, Reviewer reviewer, String reason) {
        return switch (find(line, reviewer)) {
            case FindOutcome.Refused(var refusal) -> refusal;
            case FindOutcome.Decidable(var found) -> held(booking, found, reviewer, reason);
        };
    }

    private Outcome held(
            BusinessDay booking, DecidableLine found, Reviewer reviewer, String reason) {
        var statement = found.statement();
        if (!statement.state().isBeforePayment()) {
            return new Outcome.WrongState(statement.state());
        }
        if (holdOf(found).isPresent()) {
            return new Outcome.HeldAlready();
        }
        var fen = found.claims().left();
        if (fen.isZero()) {
            return new Outcome.NothingGranted();
        }
        var decision = decision(found, Decisions.State.HELD, fen, fen);
        decisions.insert(decision, reviewer.name(), books.stamp().clock().instant());
        post(booking, JournalKind.HOLD, decision, LineClaims.hold(statement.providerId(), fen));
        var after = states.hold(statement, fen);
        return written(Act.HOLD, reviewer, found, after, decision, reason);
    }

    /// Finds a line on hold genuine and releases it: the amount is owed again, on the provider's
    /// next statement if this one is in payment or paid.
    @Transactional
    public Outcome release(BusinessDay booking, Line line, Reviewer reviewer, String reason) {
        return switch (find(line, reviewer)) {
            case FindOutcome.Refused(var refusal) -> refusal;
            case FindOutcome.Decidable(var found) -> {
                var hold = holdOf(found);
                yield hold.isEmpty()
                        ? new Outcome.NotHeld()
                        : released(booking, found, hold.get(), reviewer, reason);
            }
        };
    }

    private Outcome released(
            BusinessDay booking,
            DecidableLine found,
            Decision hold,
            Reviewer reviewer,
            String reason) {
        var statement = found.statement();
        var before = statement.state().isBeforePayment();
        post(
                booking,
                JournalKind.GENUINE,
                hold,
                before
                        ? LineClaims.genuine(hold.providerId(), hold.left())
                        : LineClaims.genuineAfterPayment(hold.providerId(), hold.left()));
        decisions.end(hold, Decisions.State.GENUINE);
        var after = states.hold(statement, before ? hold.left().negated() : Fen.ZERO);
        return written(Act.GENUINE, reviewer, found, after, hold, reason);
    }

    /// Recovers the grants of a line: from its held amount, otherwise from the provider's next
    /// statement.
    ///
    /// @return [Outcome.Recovered], with the amounts that limits get back
    @Transactional
    public Outcome recover(BusinessDay booking, Line line, Reviewer reviewer, String reason) {
        return switch (find(line, reviewer)) {
            case FindOutcome.Refused(var refusal) -> refusal;
            case FindOutcome.Decidable(var found) ->
                    found.claims().left().isZero()
                            ? new Outcome.NothingGranted()
                            : recovered(booking, found, reviewer, reason);
        };
    }

    private Outcome recovered(
            BusinessDay booking, DecidableLine found, Reviewer reviewer, String reason) {
        var hold = holdOf(found);
        var fen = found.claims().left();
        var decision =
                hold.orElseGet(() -> decision(found, Decisions.State.RECOVERED, fen, Fen.ZERO));
        if (hold.isPresent()) {
            decisions.end(decision, Decisions.State.RECOVERED);
        } else {
            decisions.insert(decision, reviewer.name(), books.stamp().clock().instant());
        }
        post(
                booking,
                JournalKind.RECOVERY,
                decision,
                hold.isPresent()
                        ? found.claims().recoveryFromHold()
                        : found.claims().recoveryFromProvider());
        var after = states.touch(found.statement());
        var done = written(Act.RECOVER, reviewer, found, after, decision, reason);
        return new Outcome.Recovered(
                done.statement(),
                decision.decisionId(),
                decision.orderId(),
                found.claims().leftByPolicy());
    }

    private Optional<Decision> holdOf(DecidableLine found) {
        return decisions.hold(found.line().journalId(), found.statement().providerId());
    }

    private Decision decision(DecidableLine found, Decisions.State state, Fen fen, Fen left) {
        return new Decision(
                books.stamp().ids().next(),
                found.statement().statementId(),
                found.line().journalId(),
                found.statement().providerId(),
                found.line().orderId(),
                found.line().siteId(),
                state,
                fen,
                left);
    }

    private void post(
            BusinessDay booking, JournalKind kind, Decision decision, List<Posting> postings) {
        books.booking().post(booking, kind, decision, postings);
    }

    private Outcome.Done written(
            Act act,
            Reviewer reviewer,
            DecidableLine found,
            Standing after,
            Decision decision,
            String reason) {
        var fen = act == Act.GENUINE ? decision.left() : decision.fen();
        var about =
                new About(
                        OptionalLong.of(found.line().journalId()),
                        OptionalLong.of(found.line().orderId()),
                        Optional.of(act == Act.RECOVER ? found.claims().left() : fen),
                        reason);
        steps.write(
                List.of(new Steps.Taken(act, reviewer, found.statement().state(), after, about)));
        return new Outcome.Done(after, decision.decisionId());
    }
}
