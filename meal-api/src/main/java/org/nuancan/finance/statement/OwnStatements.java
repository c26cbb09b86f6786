package org.nuancan.finance.statement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.Statements;
import org.nuancan.close.statement.Statements.Filter;
import org.nuancan.finance.View;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.Language;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.reading.DayEntries;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Statements that a caller may see: other statements are treated as missing.
@Singleton
public final class OwnStatements {

    private static final long FROM_THE_LAST = Long.MAX_VALUE;
    private static final int AT_A_TIME = 500;

    /// A filter for a list.
    record StatementQuery(
            Optional<LocalDate> date,
            Optional<Long> providerId,
            Optional<String> districtCode,
            Optional<StatementState> state) {}

    private final Statements statements;
    private final DayEntries entries;
    private final Sites sites;
    private final View view;

    OwnStatements(Statements statements, DayEntries entries, Sites sites, View view) {
        this.statements = statements;
        this.entries = entries;
        this.sites = sites;
        this.view = view;
    }

    List<Statement> list(StatementQuery query, Paging paging, Caller caller) {
        var filter = cut(query, caller);
        if (filter.isEmpty()) {
            return List.of();
        }
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(FROM_THE_LAST);
        return statements.list(filter.get(), before, paging.rows());
    }

    /// The filter, limited to statements that the caller may see; empty if there are none.
    private Optional<Filter> cut(StatementQuery query, Caller caller) {
        var provider = query.providerId();
        var district = query.districtCode();
        switch (caller.scope()) {
            case Scope.City() -> {
                // No limit.
            }
            case Scope.District(var code) -> {
                if (district.isPresent() && !district.get().equals(code)) {
                    return Optional.empty();
                }
                district = Optional.of(code);
            }
            case Scope.OfProvider(var providerId, _) -> {
                if (provider.isPresent() && provider.get() != providerId) {
                    return Optional.empty();
                }
                provider = Optional.of(providerId);
            }
            case Scope.Street _ -> {
                // Limited by sites, below.
            }
            case Scope.OfSite _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Filter(query.date(), provider, district, query.state(), view.sites(caller)));
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    public Statement find(Id statementId, Caller caller) {
        return statements
                .find(statementId.value())
                .filter(found -> sees(found, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private boolean sees(Statement statement, Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District(var code) -> code.equals(statement.districtCode());
            case Scope.OfProvider(var providerId, _) ->
                    providerId == statement.content().providerId();
            case Scope.Street _ ->
                    statements.hasLinesOf(statement.id(), view.sites(caller).orElse(List.of()));
            case Scope.OfSite _ -> false;
        };
    }

    /// @throws ProblemException `NOT_FOUND` if the statement does not exist or is not the caller's
    List<LineAnswer> lines(Id statementId, Paging paging, Caller caller, Language language) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var content = find(statementId, caller).content();
        var found = behind(content, view.sites(caller), after, paging.rows());
        return found.stream()
                .map(entry -> LineAnswer.of(entry, siteName(entry), language))
                .toList();
    }

    /// Passes the lines of a statement that the caller sees to a consumer, in the order in which
    /// they are hashed, reading some at a time.
    ///
    /// @throws ProblemException `NOT_FOUND` if the statement does not exist or is not the caller's
    public void each(Id statementId, Caller caller, Consumer<Entry> taker) {
        var content = find(statementId, caller).content();
        var ofSites = view.sites(caller);
        for (var after = OptionalLong.of(0); after.isPresent(); ) {
            var from = after.getAsLong();
            var some = behind(content, ofSites, from, AT_A_TIME);
            some.forEach(taker);
            after =
                    some.size() < AT_A_TIME
                            ? OptionalLong.empty()
                            : OptionalLong.of(some.getLast().journalId());
        }
    }

    /// Whether an order has a line on a statement that the caller sees.
    boolean hasLineOf(Statement statement, long orderId, Caller caller) {
        var content = statement.content();
        var ofSites = view.sites(caller);
        return entries.ofOrder(content.date(), content.providerId(), orderId).stream()
                .map(entry -> entry.subject().siteId())
                .anyMatch(site ->
                        ofSites.isEmpty()
                                || (site.isPresent() && ofSites.get().contains(site.getAsLong())));
    }

    private List<Entry> behind(
            Statement.Content content, Optional<List<Long>> ofSites, long after, int limit) {
        return entries.page(content.date(), content.providerId(), ofSites, after, limit);
    }

    /// The name of a line's site, if the site is known.
    public Optional<String> siteName(Entry entry) {
        var site = entry.subject().siteId();
        return site.isPresent()
                ? sites.find(site.getAsLong()).map(SiteOnFile::name)
                : Optional.empty();
    }
}
