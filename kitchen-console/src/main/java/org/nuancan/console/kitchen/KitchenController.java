package org.nuancan.console.kitchen;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Site;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The board of a kitchen: dishes to cook, diets and allergens, cooked batches and retained
/// samples.
@Controller("/kitchen")
@ExecuteOn(TaskExecutors.BLOCKING)
final class KitchenController {

    private final StaticTemplates templates = new StaticTemplates();
    private final KitchenClient client;
    private final Meals meals;
    private final Pages pages;

    KitchenController(KitchenClient client, Meals meals, Pages pages) {
        this.client = client;
        this.meals = meals;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> board(
            SignedIn reader,
            @QueryValue Optional<String> site,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> slot) {
        var choice = new Meals.Choice(site, date, slot);
        Answer<Optional<Board>> page =
                meals.sites(reader)
                        .then(sites ->
                                meals.chosen(reader, sites, choice)
                                        .map(meal -> board(reader, sites, meal))
                                        .orElseGet(() -> new Given<>(Optional.empty())));
        return pages.show(reader, page, templates::kitchenBoard);
    }

    /// The production sheet or the labels, to print.
    @Get("/paper")
    HttpResponse<?> paper(
            SignedIn reader,
            @QueryValue String site,
            @QueryValue LocalDate date,
            @QueryValue String slot,
            @QueryValue(defaultValue = "production") String paper) {
        var meal = new Meal(site, date, slot);
        return pages.file(reader, client.paper(reader.asking(), meal, paper.equals("labels")));
    }

    private Answer<Optional<Board>> board(SignedIn reader, List<Site> sites, Meal meal) {
        var caller = reader.asking();
        return client.production(caller, meal)
                .then(production ->
                        client.balance(caller, meal)
                                .map(balance ->
                                        Optional.of(
                                                new Board(
                                                        meal,
                                                        sites,
                                                        production,
                                                        balance,
                                                        batches(reader, meal),
                                                        samples(reader, meal)))));
    }

    private List<CookedBatch> batches(SignedIn reader, Meal meal) {
        return client.batches(reader.asking(), meal).map(Listed::items).orElse(List.of());
    }

    private Samples samples(SignedIn reader, Meal meal) {
        return client.samples(reader.asking(), meal.siteId())
                .orElse(new Samples(List.of(), List.of(), List.of()));
    }
}
