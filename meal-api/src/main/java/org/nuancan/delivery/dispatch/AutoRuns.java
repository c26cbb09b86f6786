package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.dispatch.RunController.Computed;
import org.nuancan.delivery.dispatch.RunController.NewRun;
import org.nuancan.delivery.route.Places;
import org.nuancan.delivery.route.RouteSettings;
import org.nuancan.delivery.route.Routing;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.kitchen.MealBook;
import org.nuancan.kitchen.Serving;
import org.nuancan.menu.Menu;
import org.nuancan.provider.site.Place;

/// Computes runs. Holds no lock while it computes; if an order is put on another run in the
/// meantime, saving fails and the dispatcher must send the request again.
@Singleton
final class AutoRuns {

    /// Elders who live alone have priority from this age on.
    private static final int OLD = 80;

    /// Storage and display of runs.
    @Singleton
    record Files(RunStore rows, Loading loading, RunMapper showing, Places places) {}

    /// Input of the computation: the orders to deliver and the riders.
    private record Task(Place kitchen, List<Routing.Drop> drops, List<String> riders) {}

    private final Transactions transactions;
    private final Files files;
    private final MealBook book;
    private final RouteSettings settings;
    private final InstantSource clock;

    AutoRuns(
            Transactions transactions,
            Files files,
            MealBook book,
            RouteSettings settings,
            @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.files = files;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws ProblemException `NO_RIDERS`, `RIDER_UNKNOWN`, `ORDER_ON_RUN`
    Computed make(NewRun body, Caller caller) {
        var began = clock.instant();
        var task = transactions.reading(_ -> task(body, caller));
        if (task.riders().isEmpty()) {
            throw ProblemException.of(ProblemCode.NO_RIDERS);
        }
        if (task.drops().isEmpty()) {
            return new Computed(List.of(), List.of(), 0);
        }
        var plan = new Routing(settings).plan(task.kitchen(), task.drops(), task.riders());
        var runs = write(body, plan, caller);
        return new Computed(
                runs,
                plan.left().stream().map(id -> Long.toString(id)).toList(),
                Duration.between(began, clock.instant()).toMillis());
    }

    private Task task(NewRun body, Caller caller) {
        var site = files.loading().site(body.siteId().value());
        var meal = new Menu.Meal(site.siteId(), body.date(), body.slot());
        var carrier = Loading.carrier(caller);
        var free =
                book.of(meal).stream()
                        .filter(one -> Loading.isToBeCarried(one.order()))
                        .filter(one -> Loading.carrierOf(one.order()) == carrier)
                        .toList();
        var taken = files.rows().onRuns(free.stream().map(Serving::orderId).toList());
        var open = free.stream().filter(one -> !taken.contains(one.orderId())).toList();
        var kitchen = site.profile().place();
        var places = files.places().of(open.stream().map(Serving::order).toList(), kitchen);
        var drops =
                open.stream()
                        .map(one ->
                                new Routing.Drop(
                                        one.orderId(),
                                        places.getOrDefault(one.orderId(), kitchen),
                                        one.portions(),
                                        one.age() > OLD && one.livesAlone()))
                        .toList();
        return new Task(kitchen, drops, riders(body, caller));
    }

    private List<String> riders(NewRun body, Caller caller) {
        var rider = body.riderUsername();
        if (rider != null) {
            files.loading().mustRide(rider, caller);
            return List.of(rider);
        }
        return files.loading().freeRiders(body.siteId().value(), body.date(), body.slot(), caller);
    }

    private List<RunAnswer> write(NewRun body, Routing.Plan plan, Caller caller) {
        var leave = body.date().atTime(settings.leave(body.slot())).atZone(BusinessDay.ZONE);
        return transactions.inOne(_ -> {
            var runs = new ArrayList<RunAnswer>();
            for (var planned : plan.runs().entrySet()) {
                var stops = stops(planned.getValue(), leave.toInstant());
                var run = files.loading().load(body, planned.getKey(), stops, caller);
                runs.add(files.showing().of(run));
            }
            return List.copyOf(runs);
        });
    }

    private static List<Run.Stop> stops(List<Routing.Planned> planned, Instant leave) {
        return planned.stream()
                .map(stop -> new Run.Stop(stop.orderId(), Optional.of(leave.plus(stop.after()))))
                .toList();
    }
}
