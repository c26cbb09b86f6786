package org.nuancan.finance.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nuancan.access.Caller;
import org.nuancan.check.Anomalies;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.review.Review;
import org.nuancan.review.step.Reviewer;

/// Approves many statements, each in a transaction of its own.
@Singleton
final class BulkApproval {

    /// A statement that was not approved, with the reason.
    @Introspected
    record Refused(Id statementId, ProblemCode code) {}

    /// The results, in the order of the statements' ids.
    @Introspected
    record Result(List<Id> approved, List<Refused> refused) {}

    private final Transactions transactions;
    private final Review review;
    private final Anomalies anomalies;

    BulkApproval(Transactions transactions, Review review, Anomalies anomalies) {
        this.transactions = transactions;
        this.review = review;
        this.anomalies = anomalies;
    }

    Result approve(List<Id> statementIds, Caller caller) {
        var who = Reviewers.of(caller);
        var approved = new ArrayList<Id>();
        var refused = new ArrayList<Refused>();
        for (var id : new TreeSet<>(statementIds.stream().map(Id::value).toList())) {
            try {
                var _ = transactions.inOne(_ -> one(id, who));
                approved.add(new Id(id));
            } catch (ProblemException refusal) {
                refused.add(new Refused(new Id(id), refusal.code()));
            }
        }
        return new Result(approved, refused);
    }

    private boolean one(long statementId, Reviewer who) {
        var after = ReviewRefusals.taken(review.approve(Review.Seen.any(statementId), who));
        // Checked under the statement's lock: later findings concern an approved statement.
        if (!after.held().isZero()
                || !anomalies.statementsWithOpen(List.of(statementId)).isEmpty()) {
            throw ProblemException.of(ProblemCode.STATEMENT_NOT_CLEAN);
        }
        return true;
    }
}
