package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.dispatch.ProposalResponse.ProposedRun;
import org.nuancan.delivery.dispatch.ProposalResponse.ProposedStop;
import org.nuancan.delivery.dispatch.RunPlanner.Task;
import org.nuancan.delivery.route.Routing;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.progress.Preorders;

/// Computes runs as [AutoRuns] does, without storing them.
@Singleton
final class RunProposals {

    private final Transactions transactions;
    private final RunPlanner planner;
    private final Loading loading;
    private final Preorders orders;
    private final InstantSource clock;

    RunProposals(
            Transactions transactions,
            RunPlanner planner,
            Loading loading,
            Preorders orders,
            @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.planner = planner;
        this.loading = loading;
        this.orders = orders;
        this.clock = clock;
    }

    /// @throws ProblemException `RIDER_UNKNOWN`, `NOT_FOUND` for an unknown site
    ProposalResponse propose(ProposalRequest body, Caller caller) {
        var began = clock.instant();
        var riders = new ArrayList<>(new LinkedHashSet<>(body.riderUsernames()));
        var tasks = transactions.reading(_ -> tasks(body, riders, caller));
        var waiting = tasks.stream().mapToInt(task -> task.drops().size()).sum();
        var runs = new ArrayList<ProposedRun>();
        var left = new ArrayList<String>();
        var free = new ArrayList<>(riders);
        for (var task : tasks) {
            var own = free.subList(0, share(task, waiting, riders.size(), free.size()));
            var chosen = List.copyOf(own);
            own.clear();
            if (chosen.isEmpty()) {
                task.drops().forEach(drop -> left.add(Long.toString(drop.orderId())));
                continue;
            }
            var plan = planner.plan(task, chosen);
            runs.addAll(proposed(task, plan));
            plan.left().forEach(orderId -> left.add(Long.toString(orderId)));
        }
        return new ProposalResponse(
                runs, left, Duration.between(began, clock.instant()).toMillis());
    }

    private List<Task> tasks(ProposalRequest body, List<String> riders, Caller caller) {
        riders.forEach(rider -> loading.mustRide(rider, caller));
        var carrier = Loading.carrier(caller);
        var siteIds =
                Optional.ofNullable(body.siteId())
                        .map(siteId -> List.of(siteId.value()))
                        .orElseGet(() -> orders.sitesToCarry(carrier, body.date(), body.slot()));
        return siteIds.stream()
                .map(siteId -> planner.task(siteId, body.date(), body.slot(), carrier))
                .filter(task -> !task.drops().isEmpty())
                .toList();
    }

    /// The number of riders for a kitchen: its part of all riders, at least one.
    private static int share(Task task, int waiting, int riders, int free) {
        var part = (2 * riders * task.drops().size() + waiting) / (2 * waiting);
        return Math.min(free, Math.max(1, part));
    }

    private List<ProposedRun> proposed(Task task, Routing.Plan plan) {
        var runs = new ArrayList<ProposedRun>();
        plan.runs()
                .forEach((rider, planned) -> {
                    var stops = planner.stops(planned, task.meal());
                    runs.add(
                            new ProposedRun(
                                    new Id(task.meal().siteId()),
                                    task.meal().date(),
                                    task.meal().slot(),
                                    rider,
                                    stops.stream()
                                            .map(stop -> Long.toString(stop.orderId()))
                                            .toList(),
                                    stops.stream().map(RunProposals::stop).toList()));
                });
        return runs;
    }

    private static ProposedStop stop(Run.Stop stop) {
        return new ProposedStop(Long.toString(stop.orderId()), stop.plannedAt().orElseThrow());
    }
}
