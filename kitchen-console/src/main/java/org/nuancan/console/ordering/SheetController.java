package org.nuancan.console.ordering;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The record of an elder and the meals of a month in large type, to print for the elder.
@Controller("/people/{id}/sheet")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SheetController {

    private final StaticTemplates templates = new StaticTemplates();
    private final ElderClient client;
    private final SiteNames sites;
    private final BusinessDays days;
    private final Pages pages;

    SheetController(ElderClient client, SiteNames sites, BusinessDays days, Pages pages) {
        this.client = client;
        this.sites = sites;
        this.days = days;
        this.pages = pages;
    }

    /// @param month as `2026-11`; today's if absent
    @Get
    HttpResponse<?> sheet(SignedIn reader, String id, @QueryValue Optional<String> month) {
        var asking = reader.asking();
        var wanted =
                month.flatMap(SheetController::read)
                        .orElseGet(() -> YearMonth.from(days.today(reader)))
                        .toString();
        var page =
                client.elder(asking, id)
                        .map(elder ->
                                new ElderSheet(
                                        elder,
                                        client.meals(asking, id, wanted)
                                                .orElse(EatenMeals.none(wanted)),
                                        sites.of(reader)));
        return pages.show(reader, page, templates::orderingSheet);
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
