package org.nuancan.console.kitchen;

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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nuancan.console.api.Site;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Menus of a week: looked at, written, copied from another day.
@Controller("/menus")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MenuController {

    private static final int DAYS = 7;

    private final StaticTemplates templates = new StaticTemplates();
    private final KitchenClient client;
    private final Meals meals;
    private final Pages pages;
    private final Actions actions;

    MenuController(KitchenClient client, Meals meals, Pages pages, Actions actions) {
        this.client = client;
        this.meals = meals;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> week(
            SignedIn reader,
            @QueryValue Optional<String> site,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> slot,
            @QueryValue Optional<String> copy) {
        var choice = new Meals.Choice(site, date, slot);
        var page =
                meals.sites(reader)
                        .map(sites ->
                                meals.chosen(reader, sites, choice)
                                        .map(meal ->
                                                week(
                                                        reader,
                                                        sites,
                                                        meal,
                                                        copy.flatMap(Dates::read))));
        return pages.show(reader, page, templates::kitchenMenus);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> publish(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.publish(
                                reader.asking(),
                                Meals.of(form),
                                items(form),
                                form.time("order-until")),
                menu ->
                        new Done(
                                "/menus?"
                                        + new Meal(menu.siteId(), menu.date(), menu.slot()).query(),
                                "menu"));
    }

    private MenuWeek week(
            SignedIn reader, List<Site> sites, Meal meal, Optional<LocalDate> copied) {
        var monday = meal.date().with(DayOfWeek.MONDAY);
        var days =
                IntStream.range(0, DAYS)
                        .mapToObj(monday::plusDays)
                        .map(day ->
                                new MenuWeek.Day(day, client.menu(reader.asking(), on(meal, day))))
                        .toList();
        var rows = client.menu(reader.asking(), on(meal, copied.orElse(meal.date())));
        return new MenuWeek(meal, sites, days, rows);
    }

    private static Meal on(Meal meal, LocalDate day) {
        return new Meal(meal.siteId(), day, meal.slot());
    }

    /// Rows with a sku; the others are empty.
    private static List<Map<String, Object>> items(Form form) {
        var skus = form.all("sku");
        var portions = form.all("portions");
        List<Map<String, Object>> items = new ArrayList<>();
        for (var at = 0; at < Math.min(skus.size(), portions.size()); at++) {
            if (!skus.get(at).isBlank()) {
                items.add(
                        Map.of("sku", skus.get(at).strip(), "portions", number(portions.get(at))));
            }
        }
        return items;
    }

    private static long number(String portions) {
        return new Form(Map.of("portions", portions)).number("portions");
    }
}
