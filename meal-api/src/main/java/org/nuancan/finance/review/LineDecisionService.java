package org.nuancan.finance.review;

import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.close.statement.Statements;
import org.nuancan.db.Transactions;
import org.nuancan.finance.statement.StatementAnswer;
import org.nuancan.http.text.Id;
import org.nuancan.review.Holds;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.sale.refund.RecoveredLimits;

/// Decides about lines of statements. It locks the booking day, then the counters that the order
/// uses, then the statement, as sales and refunds do.
@Singleton
public final class LineDecisionService {

    private final Transactions transactions;
    private final Statements statements;
    private final Holds holds;
    private final RecoveredLimits limits;

    LineDecisionService(
            Transactions transactions, Statements statements, Holds holds, RecoveredLimits limits) {
        this.transactions = transactions;
        this.statements = statements;
        this.holds = holds;
        this.limits = limits;
    }

    /// Decisions about a line.
    public enum Act {
        HOLD,
        RELEASE,
        RECOVER
    }

    /// @return the statement after the decision
    /// @throws org.nuancan.http.problem.ProblemException if the decision is refused
    public StatementAnswer decide(Act act, Holds.Line line, Caller caller, String reason) {
        var who = Reviewers.of(caller);
        holds.prepare();
        return StatementAnswer.of(
                transactions.inOne(_ -> {
                    var _ = ReviewRefusals.taken(decide(act, line, who, reason));
                    return statements.find(line.seen().statementId()).orElseThrow();
                }));
    }

    /// Decides in the caller's transaction, which must not hold any lock before.
    public Outcome decide(Act act, Holds.Line line, Reviewer who, String reason) {
        var booking = holds.lockDay();
        return switch (act) {
            case HOLD -> holds.hold(booking, line, who, reason);
            case RELEASE -> holds.release(booking, line, who, reason);
            case RECOVER -> {
                var order = holds.orderOf(line);
                if (order.isEmpty()) {
                    yield new Outcome.NotHere();
                }
                var locked = limits.lock(order.getAsLong());
                var outcome = holds.recover(booking, line, who, reason);
                if (outcome instanceof Outcome.Recovered recovered) {
                    locked.giveBack(recovered.grants());
                }
                yield outcome;
            }
        };
    }

    /// Ensures that the current day is open for booking. Call it before the transaction.
    public void prepare() {
        holds.prepare();
    }

    static Holds.Line line(Id statementId, Id journalId, ReviewBodies.Reason body) {
        return new Holds.Line(ReviewBodies.seen(statementId, body.version()), journalId.value());
    }
}
