package org.nuancan.review;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import org.nuancan.close.statement.OnStatements;
import org.nuancan.review.step.LineDecisionRepository;
import org.nuancan.review.step.StatementDisputeRepository;
import org.nuancan.review.step.StatementPersonRepository;
import org.nuancan.review.step.StatementStepRepository;
import org.nuancan.review.step.StreetReviewRepository;

/// Deletes the review records of deleted statements; a statement with a line on hold or an open
/// dispute is kept.
@Singleton
class OldReviews implements OnStatements {

    private final StatementStepRepository steps;
    private final StatementPersonRepository persons;
    private final StreetReviewRepository streets;
    private final StatementDisputeRepository disputes;
    private final LineDecisionRepository decisions;

    OldReviews(
            StatementStepRepository steps,
            StatementPersonRepository persons,
            StreetReviewRepository streets,
            StatementDisputeRepository disputes,
            LineDecisionRepository decisions) {
        this.steps = steps;
        this.persons = persons;
        this.streets = streets;
        this.disputes = disputes;
        this.decisions = decisions;
    }

    @Override
    @ReadOnly
    public List<Long> done(List<Long> statementIds) {
        var open = new HashSet<>(decisions.open(statementIds));
        open.addAll(disputes.open(statementIds));
        return statementIds.stream().filter(id -> !open.contains(id)).toList();
    }

    @Override
    @Transactional
    public void forget(List<Long> statementIds) {
        steps.delete(statementIds);
        persons.delete(statementIds);
        streets.delete(statementIds);
        disputes.delete(statementIds);
        decisions.delete(statementIds);
    }
}
