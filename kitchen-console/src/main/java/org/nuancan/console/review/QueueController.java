package org.nuancan.console.review;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The queue of statements that wait for the reader's level, and the open anomalies.
@Controller("/review")
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueController {

    private static final Comparator<Waiting> ORDER =
            Comparator.comparing((Waiting waiting) -> !waiting.overdue())
                    .thenComparing(Waiting::due)
                    .thenComparing(Waiting::since);

    private final StaticTemplates templates = new StaticTemplates();
    private final ReviewClient client;
    private final Names names;
    private final Pages pages;
    private final Actions actions;

    QueueController(ReviewClient client, Names names, Pages pages, Actions actions) {
        this.client = client;
        this.names = names;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> queue(
            SignedIn reader,
            @QueryValue Optional<String> level,
            @QueryValue Optional<String> after) {
        var shownLevel = level.filter(QueuePage.LEVELS::contains);
        var page =
                client.queue(reader.asking(), shownLevel, after)
                        .map(found -> page(reader, shownLevel.orElse(""), found));
        return pages.show(reader, page, templates::reviewQueue);
    }

    @Get("/anomalies")
    HttpResponse<?> anomalies(SignedIn reader, @QueryValue Optional<String> after) {
        var page =
                client.openAnomalies(reader.asking(), after)
                        .map(found ->
                                new AnomalyList(
                                        found.items(),
                                        names.sites(reader),
                                        found.next().map(QueueController::nextAnomalies)));
        return pages.show(reader, page, templates::reviewAnomalies);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/approvals")
    HttpResponse<?> approveAll(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form -> client.approveAll(reader.asking(), form.all("statement")),
                templates::reviewApprovals);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/anomalies/{id}")
    HttpResponse<?> resolve(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.resolve(
                                reader.asking(), id, form.text("verdict"), form.text("reason")),
                anomaly ->
                        new Done(
                                anomaly.statementId()
                                        .map(statement -> "/statements/" + statement)
                                        .orElse("/review/anomalies"),
                                "anomaly"));
    }

    private QueuePage page(SignedIn reader, String level, Listed<Waiting> found) {
        var open =
                client.openAnomalies(reader.asking(), Optional.empty())
                        .map(Listed::items)
                        .orElse(List.of());
        var counts =
                open.stream()
                        .flatMap(anomaly -> anomaly.statementId().stream())
                        .collect(groupingBy(id -> id, counting()));
        var items = found.items().stream().sorted(ORDER).toList();
        var next = found.next().map(cursor -> nextQueue(level, cursor));
        return new QueuePage(level, items, counts, names.providers(reader), next);
    }

    private static String nextQueue(String level, String cursor) {
        var path = UriBuilder.of("/review");
        if (!level.isEmpty()) {
            path.queryParam("level", level);
        }
        return path.queryParam("after", cursor).build().toString();
    }

    private static String nextAnomalies(String cursor) {
        return UriBuilder.of("/review/anomalies").queryParam("after", cursor).build().toString();
    }
}
