package org.nuancan.reconcile;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.reconcile.Case.State;
import org.nuancan.reconcile.Case.Step;
import org.nuancan.reconcile.Comparison.DayOfDistrict;
import org.nuancan.reconcile.Reconciliation.HandledDifference;

/// Stores the officers' steps on differences: taken, explained, closed, in this order. In the
/// caller's transaction.
@Singleton
final class Cases {

    private final DifferenceCaseRepository rows;
    private final DifferenceStepRepository steps;
    private final Ids ids;
    private final Clock clock;

    Cases(DifferenceCaseRepository rows, DifferenceStepRepository steps, Ids ids, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    /// The cases by the differences' ids.
    Map<String, Case> of(DayOfDistrict day) {
        return rows.findByDistrictCodeAndOnDate(day.district(), day.date()).stream()
                .collect(toMap(DifferenceCaseEntity::caseKey, DifferenceCaseEntity::kept));
    }

    /// Takes a step on a present difference.
    ///
    /// @param text the reason of the difference, for `EXPLAIN`
    /// @return empty if the step cannot follow the present state
    Optional<Case> step(
            DayOfDistrict day,
            Pair pair,
            HandledDifference found,
            Step step,
            String by,
            Optional<String> text) {
        var before = lock(found);
        var from = before.map(Case::state);
        var next =
                switch (step) {
                    case TAKE -> from.isEmpty() ? Optional.of(State.TAKEN) : none();
                    case EXPLAIN ->
                            from.filter(state -> state != State.CLOSED).map(_ -> State.EXPLAINED);
                    case CLOSE ->
                            from.filter(state -> state == State.EXPLAINED).map(_ -> State.CLOSED);
                };
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var words = text.isPresent() ? text : before.flatMap(Case::explanation);
        var after =
                new Case(
                        next.get(),
                        found.difference().left(),
                        found.difference().right(),
                        before.map(Case::takenBy).orElse(by),
                        words,
                        clock.instant());
        rows.remove(found.differenceId());
        var _ = rows.save(DifferenceCaseEntity.of(found.differenceId(), day, pair, after));
        var _ = steps.save(taken(found, after, by, text));
        return Optional.of(after);
    }

    private static Optional<State> none() {
        return Optional.empty();
    }

    /// The case, if its figures are the present ones.
    private Optional<Case> lock(HandledDifference found) {
        return rows.lock(found.differenceId())
                .map(DifferenceCaseEntity::kept)
                .filter(kept ->
                        kept.left().equals(found.difference().left())
                                && kept.right().equals(found.difference().right()));
    }

    private DifferenceStepEntity taken(
            HandledDifference found, Case after, String by, Optional<String> text) {
        return new DifferenceStepEntity(
                ids.next(),
                found.differenceId(),
                after.state(),
                after.left().value(),
                after.right().value(),
                by,
                after.changedAt(),
                text.orElse(null));
    }
}
