package org.nuancan.review;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.query.WaitingStatements;
import org.nuancan.close.query.WaitingStatements.Since;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Disputes;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Streets;

/// Reads the statements that wait for each level, and how long they have waited.
@Singleton
public class Queues {

    /// Conditions of a queue; an empty field does not filter.
    ///
    /// @param streetCode statements that this street has not reviewed yet
    public record Filter(
            Level level,
            Optional<String> districtCode,
            Optional<String> streetCode,
            Optional<Long> providerId) {}

    /// A statement that waits.
    ///
    /// @param disputed whether it waits because of a dispute
    public record Waiting(
            long statementId,
            long providerId,
            String districtCode,
            LocalDate date,
            StatementState state,
            int version,
            Fen payable,
            Fen held,
            Instant since,
            boolean disputed,
            ServiceLevels.Wait waited) {}

    /// Numbers of a level's waiting statements.
    ///
    /// @param oldest time since which the oldest of them waits
    public record Ageing(Level level, long waiting, long overdue, Optional<Instant> oldest) {}

    private final WaitingStatements statements;
    private final Streets streets;
    private final Disputes disputes;
    private final ServiceLevels levels;
    private final Clock clock;

    Queues(
            WaitingStatements statements,
            Streets streets,
            Disputes disputes,
            ServiceLevels levels,
            Clock clock) {
        this.statements = statements;
        this.streets = streets;
        this.disputes = disputes;
        this.levels = levels;
        this.clock = clock;
    }

    /// The statements that wait for a level, in order of their close.
    @ReadOnly
    public List<Waiting> waiting(Filter filter, long after, int limit) {
        var found = new ArrayList<Standing>();
        var conditions = filter(filter);
        var from = after;
        for (var left = limit; left > 0; left = limit - found.size()) {
            var page = statements.list(conditions, from, limit);
            unreviewed(page, filter.streetCode()).stream().limit(left).forEach(found::add);
            if (page.size() < limit) {
                break;
            }
            from = page.getLast().statementId();
        }
        var now = clock.instant();
        var disputed = disputes.withOpen(found.stream().map(Standing::statementId).toList());
        return found.stream()
                .map(statement ->
                        waiting(
                                statement,
                                disputed.contains(statement.statementId()),
                                filter.level(),
                                now))
                .toList();
    }

    private WaitingStatements.Filter filter(Filter filter) {
        return new WaitingStatements.Filter(
                states(filter.level()),
                filter.districtCode(),
                filter.providerId(),
                filter.streetCode().map(streets::sites));
    }

    /// The statements of a page that a street has not reviewed yet.
    private List<Standing> unreviewed(List<Standing> page, Optional<String> street) {
        if (street.isEmpty()) {
            return page;
        }
        var reviewed =
                streets.reviewedBy(street.get(), page.stream().map(Standing::statementId).toList());
        return page.stream()
                .filter(statement -> !reviewed.contains(statement.statementId()))
                .toList();
    }

    private static List<StatementState> states(Level level) {
        var awaiting = ServiceLevels.awaiting(level);
        return level == Level.FINANCE
                ? List.of(awaiting, StatementState.PAYMENT_FAILED)
                : List.of(awaiting);
    }

    private Waiting waiting(Standing statement, boolean disputed, Level level, Instant now) {
        return new Waiting(
                statement.statementId(),
                statement.providerId(),
                statement.districtCode(),
                statement.date().date(),
                statement.state(),
                statement.version(),
                statement.payable(),
                statement.held(),
                statement.since(),
                disputed,
                levels.wait(level, statement.since(), now));
    }

    /// Numbers of each level, for a district or the city.
    @ReadOnly
    public List<Ageing> ageing(Optional<String> districtCode) {
        var ageing = new ArrayList<Ageing>();
        var now = clock.instant();
        for (var level : List.of(Level.PROVIDER, Level.STREET, Level.DISTRICT, Level.FINANCE)) {
            var groups = statements.since(states(level), districtCode);
            ageing.add(
                    new Ageing(
                            level,
                            groups.stream().mapToLong(Since::statements).sum(),
                            groups.stream()
                                    .filter(group -> isOverdue(level, group, now))
                                    .mapToLong(Since::statements)
                                    .sum(),
                            groups.stream().map(Since::since).findFirst()));
        }
        return ageing;
    }

    private boolean isOverdue(Level level, Since group, Instant now) {
        return levels.wait(level, group.since(), now).overdue();
    }
}
