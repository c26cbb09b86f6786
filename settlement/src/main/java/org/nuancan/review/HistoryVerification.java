package org.nuancan.review;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;
import static java.util.stream.Collectors.groupingBy;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.query.WaitingStatements;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;
import org.nuancan.review.step.StatementStepEntity;
import org.nuancan.review.step.StatementStepRepository;

/// Checks the histories of statements: one step a version, each step starts in the state where the
/// step before ended, and the last one ends in the statement's state.
@Singleton
public class HistoryVerification implements Provable {

    private static final int AT_ONCE = 1024;

    private final WaitingStatements statements;
    private final StatementStepRepository steps;

    HistoryVerification(WaitingStatements statements, StatementStepRepository steps) {
        this.statements = statements;
        this.steps = steps;
    }

    @Override
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public Shown show(BusinessDay from, BusinessDay to) {
        var walked = 0L;
        var faults = new ArrayList<String>();
        var page = statements.page(from, to, Optional.empty(), AT_ONCE);
        while (!page.isEmpty()) {
            walked += page.size();
            walk(page, faults);
            page = statements.page(from, to, Optional.of(page.getLast()), AT_ONCE);
        }
        return new Shown("histories", walked, faults);
    }

    private void walk(List<Standing> page, List<String> faults) {
        var ids = page.stream().map(Standing::statementId).toList();
        var byStatement =
                steps.ofAll(InList.of(ids)).stream()
                        .collect(groupingBy(StatementStepEntity::statementId));
        for (var statement : page) {
            walk(statement, byStatement.getOrDefault(statement.statementId(), List.of()), faults);
        }
    }

    private static void walk(
            Standing statement, List<StatementStepEntity> steps, List<String> faults) {
        var id = statement.statementId();
        var version = 1;
        var state = StatementState.CALCULATED;
        for (var step : steps) {
            version++;
            if (step.version() != version || step.fromState() != state) {
                faults.add(
                        "statement %d: step to version %d does not follow version %d (%s)"
                                .formatted(id, step.version(), version - 1, state));
                version = step.version();
            }
            state = step.toState();
        }
        if (version != statement.version() || state != statement.state()) {
            faults.add(
                    "statement %d is at %s, version %d; its history ends at %s, version %d"
                            .formatted(id, statement.state(), statement.version(), state, version));
        }
    }
}
