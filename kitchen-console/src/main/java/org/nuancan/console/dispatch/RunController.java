package org.nuancan.console.dispatch;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Delivery runs: the list of a day, one run with its stops, making and changing them.
@Controller("/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {

    private final StaticTemplates templates = new StaticTemplates();
    private final RunClient client;
    private final MealApi api;
    private final BusinessDays days;
    private final Pages pages;
    private final Actions actions;

    RunController(RunClient client, MealApi api, BusinessDays days, Pages pages, Actions actions) {
        this.client = client;
        this.api = api;
        this.days = days;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(
            SignedIn reader,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> slot,
            @QueryValue Optional<String> after) {
        var day = date.flatMap(Dates::read);
        var meal = slot.filter(RunList.SLOTS::contains);
        var page =
                client.list(reader.asking(), day, meal, after)
                        .map(found ->
                                new RunList(
                                        day,
                                        meal,
                                        days.today(reader),
                                        found.items(),
                                        sites(reader),
                                        next(found)));
        return pages.show(reader, page, templates::dispatchRuns);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        return pages.show(reader, client.run(reader.asking(), id), templates::dispatchRun);
    }

    @Get("/{id}/sheet")
    HttpResponse<?> sheet(SignedIn reader, String id) {
        return pages.file(reader, client.sheet(reader.asking(), id));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> make(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.make(
                                reader.asking(),
                                new RunClient.NewRun(
                                        form.text("site"),
                                        form.date("date"),
                                        form.text("slot"),
                                        form.maybe("rider"),
                                        List.of(form.text("orders").split("[\\s,，]+")).stream()
                                                .filter(id -> !id.isEmpty())
                                                .toList())),
                made -> new Done("/runs", "run"));
    }

    /// The stops in another order: each has a number beside it; one without a number leaves the
    /// run.
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/stops")
    HttpResponse<?> restop(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.restop(
                                reader.asking(), id, form.number("version"), StopOrder.of(form)),
                run -> new Done("/runs/" + id, "stops"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/no-show")
    HttpResponse<?> noShow(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.noShow(reader.asking(), id),
                run -> new Done("/runs/" + id, "no-show"));
    }

    private Map<String, String> sites(SignedIn reader) {
        Map<String, String> names = new HashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.siteId(), site.name()));
        return names;
    }

    private static Optional<String> next(Listed<Run> found) {
        return found.next().map(cursor -> "/runs?after=" + cursor);
    }
}
