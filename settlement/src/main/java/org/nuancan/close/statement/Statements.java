package org.nuancan.close.statement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.InList;

/// Reads statements.
@Singleton
public class Statements {

    /// Conditions of a list of statements; an empty field does not filter.
    ///
    /// @param sites statements with lines of one of these sites
    public record Filter(
            Optional<LocalDate> date,
            Optional<Long> providerId,
            Optional<String> districtCode,
            Optional<StatementState> state,
            Optional<List<Long>> sites) {}

    private final StatementRepository statements;
    private final StatementFundRepository funds;
    private final StatementSiteRepository sites;

    Statements(
            StatementRepository statements,
            StatementFundRepository funds,
            StatementSiteRepository sites) {
        this.statements = statements;
        this.funds = funds;
        this.sites = sites;
    }

    /// One statement.
    @ReadOnly
    public Optional<Statement> find(long statementId) {
        return funded(statements.findById(statementId).stream().toList()).stream().findFirst();
    }

    /// Statements in descending order of their ids, starting below `before`.
    @ReadOnly
    public List<Statement> list(Filter filter, long before, int limit) {
        var date = filter.date().orElse(null);
        var provider = filter.providerId().orElse(null);
        var district = filter.districtCode().orElse(null);
        var state = filter.state().orElse(null);
        return funded(
                filter.sites().isPresent()
                        ? statements.listOfSites(
                                before,
                                date,
                                provider,
                                district,
                                state,
                                InList.of(filter.sites().get()),
                                limit)
                        : statements.list(before, date, provider, district, state, limit));
    }

    /// Whether a statement has a line of one of these sites.
    @ReadOnly
    public boolean hasLinesOf(long statementId, List<Long> siteIds) {
        return !sites.among(statementId, InList.of(siteIds)).isEmpty();
    }

    /// The sites with lines on a statement.
    @ReadOnly
    public List<Long> sitesOf(long statementId) {
        return sites.of(statementId);
    }

    /// The statement of a provider's day.
    @ReadOnly
    public Optional<Statement> find(long providerId, LocalDate date) {
        return funded(
                        statements.findByProviderIdAndStatementDate(providerId, date).stream()
                                .toList())
                .stream()
                .findFirst();
    }

    private List<Statement> funded(List<StatementEntity> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(StatementEntity::statementId).toList();
        var byStatement =
                funds.list(InList.of(ids)).stream()
                        .collect(
                                groupingBy(
                                        fund -> fund.id().statementId(),
                                        mapping(StatementFundEntity::fund, toList())));
        return found.stream()
                .map(row -> row.statement(byStatement.getOrDefault(row.statementId(), List.of())))
                .toList();
    }
}
