package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.route.Places;
import org.nuancan.delivery.route.RouteSettings;
import org.nuancan.delivery.route.Routing;
import org.nuancan.kitchen.MealBook;
import org.nuancan.kitchen.Serving;
import org.nuancan.menu.Menu;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.site.Place;

/// Plans the runs of a meal: reads the orders that are on no run, and computes routes.
@Singleton
final class RunPlanner {

    /// The orders of a meal that are to be delivered and are on no run.
    record Task(Menu.Meal meal, Place kitchen, List<Routing.Drop> drops) {}

    private final RunStore rows;
    private final Loading loading;
    private final Places places;
    private final MealBook book;
    private final RouteSettings settings;

    RunPlanner(
            RunStore rows, Loading loading, Places places, MealBook book, RouteSettings settings) {
        this.rows = rows;
        this.loading = loading;
        this.places = places;
        this.book = book;
        this.settings = settings;
    }

    /// Reads the orders of a meal, in the current transaction.
    ///
    /// @param carrier the provider that delivers
    Task task(long siteId, LocalDate date, Slot slot, long carrier) {
        var site = loading.site(siteId);
        var meal = new Menu.Meal(site.siteId(), date, slot);
        var free =
                book.of(meal).stream()
                        .filter(one -> Loading.isToBeCarried(one.order()))
                        .filter(one -> Loading.carrierOf(one.order()) == carrier)
                        .toList();
        var taken = rows.onRuns(free.stream().map(Serving::orderId).toList());
        var open = free.stream().filter(one -> !taken.contains(one.orderId())).toList();
        var kitchen = site.profile().place();
        var known = places.of(open.stream().map(Serving::order).toList(), kitchen);
        var drops =
                open.stream()
                        .map(one ->
                                new Routing.Drop(
                                        one.orderId(),
                                        known.getOrDefault(one.orderId(), kitchen),
                                        one.portions(),
                                        one.priority().rank()))
                        .toList();
        return new Task(meal, kitchen, drops);
    }

    /// Computes routes; outside a transaction, because it takes seconds.
    Routing.Plan plan(Task task, List<String> riders) {
        return new Routing(settings).plan(task.kitchen(), task.drops(), riders);
    }

    /// The stops of a planned run, with their times.
    List<Run.Stop> stops(List<Routing.Planned> planned, Menu.Meal meal) {
        var leave = leave(meal);
        return planned.stream()
                .map(stop -> new Run.Stop(stop.orderId(), Optional.of(leave.plus(stop.after()))))
                .toList();
    }

    private Instant leave(Menu.Meal meal) {
        return meal.date().atTime(settings.leave(meal.slot())).atZone(BusinessDay.ZONE).toInstant();
    }
}
