package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.access.account.RiderService;
import org.nuancan.db.Ids;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunEvents;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.dispatch.RunController.NewRun;
import org.nuancan.event.EventType;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Puts orders on runs, both by hand and by computation.
@Singleton
public final class Loading {

    /// Storage of runs and their events, and new ids.
    @Singleton
    record Files(RunStore rows, RunEvents events, Ids ids) {}

    private final Files files;
    private final Preorders orders;
    private final RiderService riders;
    private final Sites sites;
    private final Clock clock;

    Loading(Files files, Preorders orders, RiderService riders, Sites sites, Clock clock) {
        this.files = files;
        this.orders = orders;
        this.riders = riders;
        this.sites = sites;
        this.clock = clock;
    }

    /// The provider for which a dispatcher or rider delivers.
    ///
    /// @throws ProblemException `FORBIDDEN` for a caller without a provider
    static long carrier(Caller caller) {
        if (caller.scope() instanceof Scope.OfProvider(var providerId, _)) {
            return providerId;
        }
        throw ProblemException.of(ProblemCode.FORBIDDEN);
    }

    /// @throws ProblemException `RIDER_UNKNOWN` if the caller's provider has no such rider
    void mustRide(String rider, Caller caller) {
        if (!ridersOf(caller).contains(rider)) {
            throw ProblemException.of(ProblemCode.RIDER_UNKNOWN);
        }
    }

    private List<String> ridersOf(Caller caller) {
        return riders.findNames(carrier(caller));
    }

    /// Makes a run.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_NOT_FOR_RUN`, `ORDER_ON_RUN`
    Run load(NewRun body, String rider, List<Run.Stop> stops, Caller caller) {
        var site = site(body.siteId().value());
        var run =
                new Run(
                        files.ids().next(),
                        new Run.Parties(
                                carrier(caller), site.siteId(), site.providerId(), site.division()),
                        body.date(),
                        body.slot(),
                        rider,
                        RunState.PLANNED,
                        1,
                        new Run.Times(clock.instant(), Optional.empty(), Optional.empty()),
                        stops);
        mustBeFree(run, run.orderIds());
        files.rows().insert(run, caller.username());
        files.events().tell(EventType.RUN_CREATED, run, run.times().createdAt());
        return run;
    }

    SiteOnFile site(long siteId) {
        return sites.findNow(siteId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// Checks that orders may be put on a run: the carrier delivers them, they belong to the run's
    /// meal, they are still to be delivered and they are on no other run.
    void mustBeFree(Run run, Collection<Long> orderIds) {
        var found = orders.all(orderIds);
        var carrier = run.parties().carrierId();
        if (found.size() != orderIds.size()
                || found.stream().anyMatch(order -> carrierOf(order) != carrier)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        for (var order : found) {
            if (!isOf(order, run) || !isToBeCarried(order)) {
                throw ProblemException.with(
                        ProblemCode.ORDER_NOT_FOR_RUN,
                        Map.of(
                                "orderId",
                                Long.toString(order.orderId()),
                                "state",
                                order.state().name()));
            }
        }
        var taken = files.rows().onRuns(orderIds);
        if (!taken.isEmpty()) {
            throw ProblemException.with(
                    ProblemCode.ORDER_ON_RUN,
                    Map.of("orderId", Long.toString(taken.iterator().next())));
        }
    }

    /// The provider that delivers an order: the delivery provider, else the kitchen's.
    public static long carrierOf(Preorder order) {
        return order.where().deliveryProviderId().orElse(order.where().providerId());
    }

    private static boolean isOf(Preorder order, Run run) {
        return order.meal().equals(run.meal());
    }

    /// Whether an order is waiting to be put on a run.
    public static boolean isToBeCarried(Preorder order) {
        return order.when().fulfilment() == Fulfilment.DELIVERY
                && order.state().compareTo(PreorderState.PREPARED) <= 0;
    }

    /// Riders of the caller's provider without a run of this meal.
    List<String> freeRiders(long siteId, LocalDate date, Slot slot, Caller caller) {
        var busy =
                files.rows().ofMeal(siteId, date, slot).stream()
                        .filter(run -> run.state() != RunState.CANCELLED)
                        .map(Run::rider)
                        .toList();
        return ridersOf(caller).stream().filter(rider -> !busy.contains(rider)).toList();
    }

    static Run with(Run run, List<Run.Stop> stops) {
        return new Run(
                run.runId(),
                run.parties(),
                run.date(),
                run.slot(),
                run.rider(),
                run.state(),
                run.version(),
                run.times(),
                stops);
    }
}
