package org.nuancan.finance.check;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.check.Anomalies;
import org.nuancan.check.Anomalies.Verdict;
import org.nuancan.check.Anomaly;
import org.nuancan.db.Transactions;
import org.nuancan.finance.review.LineDecisionService;
import org.nuancan.finance.review.ReviewRefusals;
import org.nuancan.finance.review.Reviewers;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.review.Holds;
import org.nuancan.review.Review;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Findings that a caller may see, and the decisions of officers about them.
@Singleton
final class AnomalyService {

    private static final long FROM_THE_LAST = Long.MAX_VALUE;

    private final Transactions transactions;
    private final Anomalies anomalies;
    private final LineDecisionService lines;
    private final Clock clock;

    AnomalyService(
            Transactions transactions,
            Anomalies anomalies,
            LineDecisionService lines,
            Clock clock) {
        this.transactions = transactions;
        this.anomalies = anomalies;
        this.lines = lines;
        this.clock = clock;
    }

    List<Anomaly> list(Anomalies.Filter requested, Paging paging, Caller caller) {
        var filter = cut(requested, caller);
        if (filter.isEmpty()) {
            return List.of();
        }
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(FROM_THE_LAST);
        return anomalies.list(filter.get(), before, paging.rows());
    }

    /// The filter, limited to findings that the caller may see; empty if there are none.
    private static Optional<Anomalies.Filter> cut(Anomalies.Filter requested, Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> Optional.of(requested);
            case Scope.District(var code) ->
                    requested.districtCode().map(code::equals).orElse(true)
                            ? Optional.of(
                                    with(requested, Optional.of(code), requested.streetCode()))
                            : Optional.empty();
            case Scope.Street(var code) ->
                    requested.streetCode().map(code::equals).orElse(true)
                            ? Optional.of(
                                    with(requested, requested.districtCode(), Optional.of(code)))
                            : Optional.empty();
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    private static Anomalies.Filter with(
            Anomalies.Filter requested, Optional<String> district, Optional<String> street) {
        return new Anomalies.Filter(
                district, street, requested.code(), requested.open(), requested.statementId());
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    Anomaly find(Id anomalyId, Caller caller) {
        return anomalies
                .find(anomalyId.value())
                .filter(one -> sees(caller, one))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static boolean sees(Caller caller, Anomaly one) {
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District(var code) -> code.equals(one.at().district());
            case Scope.Street(var code) -> code.equals(one.at().street());
            case Scope.OfProvider _, Scope.OfSite _ -> false;
        };
    }

    /// Decides a finding. A genuine line is released, unless another finding keeps it on hold;
    /// otherwise its grants are taken back.
    Anomaly resolve(Id anomalyId, Verdict verdict, String reason, Caller caller) {
        var seen = find(anomalyId, caller);
        var who = Reviewers.of(caller);
        lines.prepare();
        return transactions.inOne(_ -> {
            settle(seen, verdict, reason, who);
            if (!anomalies.resolve(
                    seen.anomalyId(), verdict, reason, who.name(), clock.instant())) {
                throw ProblemException.of(ProblemCode.ANOMALY_RESOLVED);
            }
            return anomalies.find(seen.anomalyId()).orElseThrow();
        });
    }

    private void settle(Anomaly seen, Verdict verdict, String reason, Reviewer who) {
        switch (verdict) {
            case RECOVER -> {
                var line =
                        seen.line()
                                .orElseThrow(() ->
                                        ProblemException.of(ProblemCode.ANOMALY_WITHOUT_LINE));
                decided(LineDecisionService.Act.RECOVER, line, reason, who);
            }
            case GENUINE -> {
                if (seen.held() && seen.line().isPresent() && !anomalies.anotherHolds(seen)) {
                    decided(LineDecisionService.Act.RELEASE, seen.line().get(), reason, who);
                }
            }
        }
    }

    private void decided(
            LineDecisionService.Act act, Anomaly.Line line, String reason, Reviewer who) {
        var outcome =
                lines.decide(
                        act,
                        new Holds.Line(Review.Seen.any(line.statementId()), line.journalId()),
                        who,
                        reason);
        var settledOtherwise =
                outcome instanceof Outcome.NotHeld || outcome instanceof Outcome.NothingGranted;
        if (!settledOtherwise) {
            var _ = ReviewRefusals.taken(outcome);
        }
    }
}
