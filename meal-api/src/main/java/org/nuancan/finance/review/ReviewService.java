package org.nuancan.finance.review;

import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.Statements;
import org.nuancan.db.Transactions;
import org.nuancan.finance.statement.StatementAnswer;
import org.nuancan.http.text.Id;
import org.nuancan.review.Disputing;
import org.nuancan.review.Review;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Performs a caller's step on a statement, in one transaction.
@Singleton
final class ReviewService {

    /// A step, performed within the transaction.
    @FunctionalInterface
    interface Step {

        Outcome take(Reviewer who);
    }

    private final Transactions transactions;
    private final Statements statements;
    private final Review review;
    private final Disputing disputing;

    ReviewService(
            Transactions transactions, Statements statements, Review review, Disputing disputing) {
        this.transactions = transactions;
        this.statements = statements;
        this.review = review;
        this.disputing = disputing;
    }

    Review review() {
        return review;
    }

    Disputing disputing() {
        return disputing;
    }

    /// @return the statement after the step
    /// @throws org.nuancan.http.problem.ProblemException if the step is refused
    StatementAnswer act(Id statementId, Caller caller, Step step) {
        return StatementAnswer.of(statement(statementId, caller, step));
    }

    private Statement statement(Id statementId, Caller caller, Step step) {
        var who = Reviewers.of(caller);
        return transactions.inOne(_ -> {
            var _ = ReviewRefusals.taken(step.take(who));
            return statements.find(statementId.value()).orElseThrow();
        });
    }
}
