package org.nuancan.review;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.StatementState;
import org.nuancan.money.Fen;
import org.nuancan.review.QueueRepository.Since;

/// What waits for each level, and how long already.
@Singleton
public class Queues {

    /// Whose queue is asked for; what is empty asks nothing.
    ///
    /// @param streetCode statements that this street has still to review
    public record Filter(
            Level level,
            Optional<String> districtCode,
            Optional<String> streetCode,
            Optional<Long> providerId) {}

    /// A statement that waits.
    ///
    /// @param disputed whether a dispute keeps it waiting
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

    /// What a level has.
    ///
    /// @param oldest since when the first of them waits
    public record Ageing(Level level, long waiting, long overdue, Optional<Instant> oldest) {}

    private final QueueRepository rows;
    private final ServiceLevels levels;
    private final Clock clock;

    Queues(QueueRepository rows, ServiceLevels levels, Clock clock) {
        this.rows = rows;
        this.levels = levels;
        this.clock = clock;
    }

    /// The statements that wait for a level, those closed first come first.
    @ReadOnly
    public List<Waiting> waiting(Filter filter, long after, int limit) {
        var now = clock.instant();
        return rows
                .waiting(
                        states(filter.level()),
                        after,
                        filter.districtCode().orElse(null),
                        filter.providerId().orElse(null),
                        filter.streetCode().orElse(null),
                        limit)
                .stream()
                .map(row -> waiting(row, filter.level(), now))
                .toList();
    }

    private static List<StatementState> states(Level level) {
        var awaiting = ServiceLevels.awaiting(level);
        return level == Level.FINANCE
                ? List.of(awaiting, StatementState.PAYMENT_FAILED)
                : List.of(awaiting);
    }

    private Waiting waiting(QueueRepository.Waiting row, Level level, Instant now) {
        var since = instant(row.sinceMicros());
        return new Waiting(
                row.statementId(),
                row.providerId(),
                row.districtCode(),
                row.statementDate(),
                row.state(),
                row.version(),
                Fen.of(row.payableFen()),
                Fen.of(row.heldFen()),
                since,
                row.disputed() != 0,
                levels.wait(level, since, now));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// What each level has, over a district or the city.
    @ReadOnly
    public List<Ageing> ageing(Optional<String> districtCode) {
        var ageing = new ArrayList<Ageing>();
        var now = clock.instant();
        for (var level : List.of(Level.PROVIDER, Level.STREET, Level.DISTRICT, Level.FINANCE)) {
            var groups = rows.since(states(level), districtCode.orElse(null));
            ageing.add(
                    new Ageing(
                            level,
                            groups.stream().mapToLong(Since::statements).sum(),
                            groups.stream()
                                    .filter(one -> isOverdue(level, one, now))
                                    .mapToLong(Since::statements)
                                    .sum(),
                            groups.stream().map(one -> instant(one.sinceMicros())).findFirst()));
        }
        return ageing;
    }

    private boolean isOverdue(Level level, Since one, Instant now) {
        return levels.wait(level, instant(one.sinceMicros()), now).overdue();
    }
}
