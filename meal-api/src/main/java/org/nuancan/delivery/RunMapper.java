package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.delivery.RunAnswer.ItemAnswer;
import org.nuancan.delivery.RunAnswer.StopAnswer;
import org.nuancan.delivery.RunAnswer.TooOldAnswer;
import org.nuancan.elder.lookup.Doorstep;
import org.nuancan.elder.lookup.Doorsteps;
import org.nuancan.kitchen.MealBook;
import org.nuancan.kitchen.Serving;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Preorders;

/// Makes answers about runs, from the same servings that the kitchen counts.
@Singleton
public final class RunMapper {

    private final MealBook book;
    private final Preorders orders;
    private final Doorsteps doorsteps;
    private final TooOld tooOld;

    RunMapper(MealBook book, Preorders orders, Doorsteps doorsteps, TooOld tooOld) {
        this.book = book;
        this.orders = orders;
        this.doorsteps = doorsteps;
        this.tooOld = tooOld;
    }

    /// The orders of a run, in the order of delivery.
    public List<Serving> servings(Run run) {
        var byOrder =
                servings(orders.all(run.orderIds())).stream()
                        .collect(Collectors.toMap(Serving::orderId, Function.identity()));
        return run.orderIds().stream()
                .map(byOrder::get)
                .flatMap(serving -> Optional.ofNullable(serving).stream())
                .toList();
    }

    private List<Serving> servings(List<Preorder> carried) {
        return book.servings(carried);
    }

    /// The answer for a dispatcher.
    public RunAnswer of(Run run) {
        return answer(run, servings(run), Map.of());
    }

    /// The answer for the rider, with telephone numbers of open stops.
    public RunAnswer forRider(Run run) {
        var servings = servings(run);
        var waiting =
                servings.stream()
                        .filter(serving -> serving.order().state().isOpen())
                        .map(serving -> serving.order().eater().elderId())
                        .toList();
        return answer(run, servings, doorsteps.of(waiting));
    }

    private RunAnswer answer(Run run, List<Serving> servings, Map<Long, Doorstep> doorsteps) {
        return new RunAnswer(
                Long.toString(run.runId()),
                Long.toString(run.parties().siteId()),
                Long.toString(run.parties().carrierId()),
                run.date(),
                run.slot(),
                run.rider(),
                run.state(),
                run.version(),
                run.times().departedAt().orElse(null),
                run.times().finishedAt().orElse(null),
                stops(run, servings, doorsteps),
                tooOld.of(run.runId()).stream().map(TooOldAnswer::of).toList());
    }

    private static List<StopAnswer> stops(
            Run run, List<Serving> servings, Map<Long, Doorstep> doorsteps) {
        var planned =
                run.stops().stream()
                        .collect(Collectors.toMap(Run.Stop::orderId, Run.Stop::plannedAt));
        var stops = new ArrayList<StopAnswer>();
        for (var serving : servings) {
            var order = serving.order();
            var doorstep = Optional.ofNullable(doorsteps.get(order.eater().elderId()));
            stops.add(
                    new StopAnswer(
                            stops.size() + 1,
                            Long.toString(order.orderId()),
                            order.state(),
                            order.progress().failure().orElse(null),
                            planned.getOrDefault(order.orderId(), Optional.empty()).orElse(null),
                            serving.maskedName(),
                            order.address(),
                            order.state().isOpen()
                                    ? doorstep.map(Doorstep::phone).orElse(null)
                                    : null,
                            serving.plates().stream().map(ItemAnswer::of).toList(),
                            serving.needs(),
                            serving.allergens(),
                            order.agreed().elderPays().value()));
        }
        return List.copyOf(stops);
    }
}
