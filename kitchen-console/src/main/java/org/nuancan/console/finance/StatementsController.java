package org.nuancan.console.finance;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Statement;
import org.nuancan.console.api.StatementFilter;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Statements: the list, one of them, its lines.
@Controller("/statements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatementsController {

    private final StaticTemplates templates = new StaticTemplates();
    private final MealApi api;
    private final Pages pages;

    StatementsController(MealApi api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            SignedIn reader,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> after) {
        var filter =
                new StatementFilter(
                        date.flatMap(StatementsController::day),
                        state.filter(StatementList.STATES::contains),
                        after);
        var list =
                api.statements(reader.asking(), filter).map(found -> list(reader, filter, found));
        return pages.show(reader, list, templates::financeStatements);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        var page =
                api.statement(reader.asking(), id)
                        .then(statement ->
                                lines(reader, id, Optional.empty())
                                        .map(lines -> page(reader, statement, lines)));
        return pages.show(reader, page, templates::financeStatement);
    }

    /// Further lines, to be put below the ones that are there.
    @Get("/{id}/lines")
    HttpResponse<?> more(SignedIn reader, String id, @QueryValue Optional<String> after) {
        return pages.show(reader, lines(reader, id, after), templates::financeLines);
    }

    private StatementList list(SignedIn reader, StatementFilter filter, Listed<Statement> found) {
        var next =
                found.next()
                        .map(cursor -> {
                            var path = UriBuilder.of("/statements");
                            filter.date().ifPresent(day -> path.queryParam("date", day));
                            filter.state().ifPresent(is -> path.queryParam("state", is));
                            return path.queryParam("after", cursor).build().toString();
                        });
        return new StatementList(filter, found.items(), providers(reader), next);
    }

    private StatementPage page(SignedIn reader, Statement statement, Lines lines) {
        var provider = StatementList.name(providers(reader), statement);
        return new StatementPage(statement, provider, lines);
    }

    private Answer<Lines> lines(SignedIn reader, String id, Optional<String> after) {
        return api.lines(reader.asking(), id, after)
                .map(found -> new Lines(found.items(), policies(reader), next(id, found.next())));
    }

    private static Optional<String> next(String id, Optional<String> cursor) {
        return cursor.map(after ->
                UriBuilder.of("/statements")
                        .path(id)
                        .path("lines")
                        .queryParam("after", after)
                        .build()
                        .toString());
    }

    /// Names are a courtesy: without them a provider's id is shown.
    private Map<String, String> providers(SignedIn reader) {
        Map<String, String> names = new HashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.providerId(), site.providerName()));
        return names;
    }

    private Map<String, Map<String, String>> policies(SignedIn reader) {
        Map<String, Map<String, String>> names = new HashMap<>();
        api.policies(reader.asking())
                .orElse(List.of())
                .forEach(policy -> names.put(policy.code(), policy.name()));
        return names;
    }

    /// An empty field of the form asks nothing, and neither does what is no date.
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
