package org.nuancan.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.db.Ids;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Disputes;
import org.nuancan.review.step.Disputes.Dispute;
import org.nuancan.review.step.Disputes.Verdict;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Steps;
import org.nuancan.review.step.Steps.About;
import org.nuancan.review.step.Streets;

/// Opens and answers disputes about a wrong line or a missing order; until the answer, the
/// statement stays in its state.
@Singleton
public class Disputing {

    private final StatementStates states;
    private final Access access;
    private final Disputes disputes;
    private final Steps steps;
    private final Lines lines;

    /// The services that a new dispute needs.
    @Singleton
    record Lines(StatementLines onStatements, Streets streets, Ids ids, Clock clock) {}

    Disputing(StatementStates states, Access access, Disputes disputes, Steps steps, Lines lines) {
        this.states = states;
        this.access = access;
        this.disputes = disputes;
        this.steps = steps;
        this.lines = lines;
    }

    /// Opens a dispute. Allowed until the district has approved.
    ///
    /// @param orderId order of a line, or an order that should be on the statement
    @Transactional
    public Outcome dispute(Review.Seen seen, Reviewer provider, long orderId, String reason) {
        return switch (access.any(seen, provider)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var _) -> opened(statement, provider, orderId, reason);
        };
    }

    private Outcome opened(Standing statement, Reviewer provider, long orderId, String reason) {
        switch (statement.state()) {
            case CHECKED, CONFIRMED, REVIEWED -> {
                // The statement stays in its state.
            }
            case CALCULATED, APPROVED, IN_PAYMENT, PAID, PAYMENT_FAILED -> {
                return new Outcome.WrongState(statement.state());
            }
        }
        if (disputes.isOpen(statement.statementId(), orderId)) {
            return new Outcome.DisputedAlready();
        }
        var line = lines.onStatements().ofOrder(statement, orderId);
        var dispute =
                new Dispute(
                        lines.ids().next(),
                        statement.statementId(),
                        orderId,
                        line.map(StatementLines.Line::journalId),
                        line.flatMap(StatementLines.Line::siteId),
                        reason,
                        provider.name(),
                        lines.clock().instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        disputes.open(dispute);
        return done(Act.DISPUTE, provider, statement, dispute, reason);
    }

    /// Answers a dispute: a street those about lines of its sites, the district all; the provider
    /// can withdraw its own.
    @Transactional
    public Outcome resolve(
            Review.Seen seen, Reviewer reviewer, long disputeId, Verdict verdict, String answer) {
        return switch (access.any(seen, reviewer)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var _) -> {
                var dispute = disputes.find(statement.statementId(), disputeId);
                if (dispute.isEmpty() || !mayAnswer(dispute.get(), reviewer)) {
                    yield new Outcome.NotHere();
                }
                if (!dispute.get().isOpen() || !isFor(reviewer, verdict)) {
                    yield new Outcome.WrongState(statement.state());
                }
                disputes.close(
                        dispute.get(), verdict, answer, reviewer.name(), lines.clock().instant());
                yield done(
                        Act.RESOLVE, reviewer, statement, dispute.get(), verdict + ": " + answer);
            }
        };
    }

    private boolean mayAnswer(Dispute dispute, Reviewer reviewer) {
        return switch (reviewer.level()) {
            case PROVIDER, DISTRICT, PLATFORM -> true;
            case STREET ->
                    dispute.siteId().isPresent()
                            && lines.streets()
                                    .ofSite(dispute.siteId().get())
                                    .equals(reviewer.street());
            case FINANCE -> false;
        };
    }

    private static boolean isFor(Reviewer reviewer, Verdict verdict) {
        return (verdict == Verdict.WITHDRAWN) == (reviewer.level() == Level.PROVIDER);
    }

    private Outcome done(
            Act act, Reviewer reviewer, Standing statement, Dispute dispute, String reason) {
        var after = states.touch(statement);
        var about =
                new About(
                        dispute.journalId().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        OptionalLong.of(dispute.orderId()),
                        Optional.empty(),
                        reason);
        steps.write(List.of(new Steps.Taken(act, reviewer, statement.state(), after, about)));
        return new Outcome.Done(after, dispute.disputeId());
    }
}
