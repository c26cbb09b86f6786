package org.nuancan.console.ordering;

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
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Ordered meals: the list, one of them, cancelling, and days of plans that could not be placed.
@Controller("/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrdersController {

    private final StaticTemplates templates = new StaticTemplates();
    private final OrderClient client;
    private final SiteNames sites;
    private final Pages pages;
    private final Actions actions;

    OrdersController(OrderClient client, SiteNames sites, Pages pages, Actions actions) {
        this.client = client;
        this.sites = sites;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(
            SignedIn reader,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> slot,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> after) {
        var filter =
                new OrderFilter(
                        Optional.empty(),
                        date.flatMap(Dates::read),
                        slot.filter(OrderList.SLOTS::contains),
                        state.filter(OrderList.STATES::contains),
                        after);
        var page =
                client.list(reader.asking(), filter)
                        .map(found ->
                                new OrderList(
                                        filter,
                                        found.items(),
                                        sites.of(reader),
                                        found.next().map(cursor -> next(filter, cursor))));
        return pages.show(reader, page, templates::orderingOrders);
    }

    @Get("/not-placed")
    HttpResponse<?> notPlaced(SignedIn reader) {
        return pages.show(
                reader,
                client.notPlaced(reader.asking()),
                (frame, found) -> templates.orderingNotPlaced(frame, found.items()));
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        return pages.show(reader, client.order(reader.asking(), id), templates::orderingOrder);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/cancel")
    HttpResponse<?> cancel(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.cancel(reader.asking(), id, form.text("reason"), form.key()),
                order -> new Done("/orders/" + id, "cancelled"));
    }

    private static String next(OrderFilter filter, String cursor) {
        var path = UriBuilder.of("/orders");
        filter.date().ifPresent(day -> path.queryParam("date", day));
        filter.slot().ifPresent(meal -> path.queryParam("slot", meal));
        filter.state().ifPresent(is -> path.queryParam("state", is));
        return path.queryParam("after", cursor).build().toString();
    }
}
