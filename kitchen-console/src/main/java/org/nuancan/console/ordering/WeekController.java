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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Menu;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Ordering for several days at once.
@Controller("/people/{id}/week")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WeekController {

    private static final int DAYS = 7;

    private final StaticTemplates templates = new StaticTemplates();
    private final ElderClient elders;
    private final OrderClient client;
    private final Shops shops;
    private final Pages pages;
    private final Actions actions;

    WeekController(
            ElderClient elders, OrderClient client, Shops shops, Pages pages, Actions actions) {
        this.elders = elders;
        this.client = client;
        this.shops = shops;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> week(
            SignedIn reader,
            String id,
            @QueryValue Optional<String> site,
            @QueryValue Optional<String> slot,
            @QueryValue Optional<String> from) {
        var page =
                elders.elder(reader.asking(), id)
                        .map(elder -> week(reader, elder, wish(reader, site, slot, from)));
        return pages.show(reader, page, templates::orderingWeek);
    }

    /// Places an order for each day on which a dish was chosen; a refused day stops no other.
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> place(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.show(
                reader, fields, form -> placed(reader, id, form), templates::orderingPlaced);
    }

    private Week.Choice wish(
            SignedIn reader, Optional<String> site, Optional<String> slot, Optional<String> from) {
        var tomorrow = shops.days().today(reader).plusDays(1);
        return new Week.Choice(
                site.or(() -> shops.sites(reader).keySet().stream().findFirst()).orElse(""),
                slot.filter(OrderList.SLOTS::contains).orElse("LUNCH"),
                from.flatMap(Dates::read).orElse(tomorrow));
    }

    private Week week(SignedIn reader, Elder elder, Week.Choice wish) {
        var ordered =
                client
                        .list(reader.asking(), OrderFilter.of(elder.elderId()))
                        .map(Listed::items)
                        .orElse(List.of())
                        .stream()
                        .filter(Order::isOpen)
                        .filter(order -> order.slot().equals(wish.slot()))
                        .map(Order::serviceDate)
                        .toList();
        var days =
                IntStream.range(0, DAYS)
                        .mapToObj(wish.from()::plusDays)
                        .map(day ->
                                new Week.Day(day, menu(reader, wish, day), ordered.contains(day)))
                        .toList();
        return new Week(elder, wish, days, shops.sites(reader), shops.carriers(reader));
    }

    private Optional<Menu> menu(SignedIn reader, Week.Choice wish, LocalDate day) {
        return wish.siteId().isEmpty()
                ? Optional.empty()
                : client.menu(reader.asking(), wish.siteId(), day, wish.slot())
                        .map(Optional::of)
                        .orElse(Optional.empty());
    }

    private Answer<Placed> placed(SignedIn reader, String id, Form form) {
        var days =
                form.all("day").stream()
                        .flatMap(day -> Dates.read(day).stream())
                        .filter(day -> form.maybe("sku-" + day).isPresent())
                        .map(day -> placed(reader, id, form, day))
                        .toList();
        return new Given<>(new Placed(id, days));
    }

    private Placed.Day placed(SignedIn reader, String id, Form form, LocalDate day) {
        var order =
                new OrderClient.NewOrder(
                        id,
                        form.text("site"),
                        form.maybe("carrier").filter(_ -> isDelivery(form)),
                        day,
                        form.text("slot"),
                        form.text("fulfilment"),
                        form.text("sku-" + day),
                        form.ticked("accepted"));
        // A key a day: sent again after a refusal, the days that were placed stay one order each.
        var key = form.key() + "-" + day + (form.ticked("accepted") ? "-a" : "");
        return switch (client.place(reader.asking(), order, key)) {
            case Given<Order>(var placed) ->
                    new Placed.Day(day, Optional.of(placed), Optional.empty());
            case Refused<Order>(var problem) ->
                    new Placed.Day(day, Optional.empty(), Optional.of(problem));
            default -> new Placed.Day(day, Optional.empty(), Optional.empty());
        };
    }

    private static boolean isDelivery(Form form) {
        return form.text("fulfilment").equals("DELIVERY");
    }
}
