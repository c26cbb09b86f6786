package org.nuancan.console.review;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Statement;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Statements: the list, one of them, its lines.
@Controller("/statements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatementsController {

    private final StaticTemplates templates = new StaticTemplates();
    private final ReviewClient client;
    private final Names names;
    private final Pages pages;

    StatementsController(ReviewClient client, Names names, Pages pages) {
        this.client = client;
        this.names = names;
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
                        date.flatMap(Dates::read),
                        state.filter(StatementList.STATES::contains),
                        after);
        var list =
                client.statements(reader.asking(), filter)
                        .map(found -> list(reader, filter, found));
        return pages.show(reader, list, templates::reviewStatements);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        var page =
                client.statement(reader.asking(), id)
                        .then(statement ->
                                lines(reader, id, statement.version(), Optional.empty())
                                        .map(lines -> page(reader, statement, lines)));
        return pages.show(reader, page, templates::reviewStatement);
    }

    /// The statement on paper or as a table.
    @Get("/{id}/file")
    HttpResponse<?> file(SignedIn reader, String id, @QueryValue String format) {
        return pages.file(reader, client.file(reader.asking(), id, format));
    }

    /// Further lines, to be put below the ones that are there.
    @Get("/{id}/lines")
    HttpResponse<?> more(
            SignedIn reader,
            String id,
            @QueryValue(defaultValue = "0") int version,
            @QueryValue Optional<String> after) {
        return pages.part(reader, lines(reader, id, version, after), templates::reviewLines);
    }

    private StatementList list(SignedIn reader, StatementFilter filter, Listed<Statement> found) {
        var next =
                found.next()
                        .map(cursor -> {
                            var path = UriBuilder.of("/statements");
                            filter.date().ifPresent(day -> path.queryParam("date", day));
                            filter.state()
                                    .ifPresent(shownState -> path.queryParam("state", shownState));
                            return path.queryParam("after", cursor).build().toString();
                        });
        return new StatementList(filter, found.items(), names.providers(reader), next);
    }

    private StatementPage page(SignedIn reader, Statement statement, Lines lines) {
        var provider = StatementList.name(names.providers(reader), statement);
        var caller = reader.asking();
        var id = statement.statementId();
        var anomalies =
                client.anomalies(caller, id).stream()
                        .sorted(Comparator.comparing(anomaly -> !anomaly.isOpen()))
                        .toList();
        return new StatementPage(
                statement,
                provider,
                lines,
                anomalies,
                client.disputes(caller, id),
                client.history(caller, id).reversed());
    }

    private Answer<Lines> lines(SignedIn reader, String id, int version, Optional<String> after) {
        return client.lines(reader.asking(), id, after)
                .map(found ->
                        new Lines(
                                id,
                                version,
                                found.items(),
                                names.policies(reader),
                                next(id, version, found.next())));
    }

    private static Optional<String> next(String id, int version, Optional<String> cursor) {
        return cursor.map(after ->
                UriBuilder.of("/statements")
                        .path(id)
                        .path("lines")
                        .queryParam("version", version)
                        .queryParam("after", after)
                        .build()
                        .toString());
    }
}
