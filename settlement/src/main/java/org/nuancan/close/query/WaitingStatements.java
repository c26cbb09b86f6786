package org.nuancan.close.query;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.statement.StatementEntity;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;

/// Reads the statements that are in some states, and the time since they are in them.
@Singleton
public class WaitingStatements {

    /// Conditions of a list; an empty field does not filter.
    ///
    /// @param sites statements with lines of one of these sites
    public record Filter(
            Collection<StatementState> states,
            Optional<String> districtCode,
            Optional<Long> providerId,
            Optional<List<Long>> sites) {}

    /// Number of statements that came to their state at an instant.
    public record Since(Instant since, long statements) {}

    private final WaitingStatementRepository statements;

    WaitingStatements(WaitingStatementRepository statements) {
        this.statements = statements;
    }

    /// Statements in order of their ids, starting after `after`: those closed first come first.
    @ReadOnly
    public List<Standing> list(Filter filter, long after, int limit) {
        var district = filter.districtCode().orElse(null);
        var provider = filter.providerId().orElse(null);
        var found =
                filter.sites().isPresent()
                        ? statements.waitingOfSites(
                                filter.states(),
                                after,
                                district,
                                provider,
                                InList.of(filter.sites().get()),
                                limit)
                        : statements.waiting(filter.states(), after, district, provider, limit);
        return found.stream().map(StatementEntity::standing).toList();
    }

    /// Number of statements in some states by the time since they are in them, the oldest first.
    ///
    /// @param district empty for all
    @ReadOnly
    public List<Since> since(Collection<StatementState> states, Optional<String> district) {
        return statements.since(states, district.orElse(null)).stream()
                .map(row ->
                        new Since(
                                Instant.EPOCH.plus(row.sinceMicros(), ChronoUnit.MICROS),
                                row.statements()))
                .toList();
    }

    /// Statements of some days, both ends included, in order of day and provider.
    ///
    /// @param after the last statement of the page before
    @ReadOnly
    public List<Standing> page(
            BusinessDay from, BusinessDay to, Optional<Standing> after, int limit) {
        return statements
                .page(
                        after.map(Standing::date).orElse(from).date(),
                        after.map(Standing::providerId).orElse(0L),
                        to.date(),
                        limit)
                .stream()
                .map(StatementEntity::standing)
                .toList();
    }
}
