package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.dispatch.RunController.Computed;
import org.nuancan.delivery.dispatch.RunController.NewRun;
import org.nuancan.delivery.route.Routing;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Computes runs. Holds no lock while it computes; if an order is put on another run in the
/// meantime, saving fails and the dispatcher must send the request again.
@Singleton
final class AutoRuns {

    /// Input of the computation: the orders to deliver and the riders.
    private record Input(RunPlanner.Task task, List<String> riders) {}

    private final Transactions transactions;
    private final RunPlanner planner;
    private final Loading loading;
    private final RunMapper mapper;
    private final InstantSource clock;

    AutoRuns(
            Transactions transactions,
            RunPlanner planner,
            Loading loading,
            RunMapper mapper,
            @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.planner = planner;
        this.loading = loading;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @throws ProblemException `NO_RIDERS`, `RIDER_UNKNOWN`, `ORDER_ON_RUN`
    Computed make(NewRun body, Caller caller) {
        var began = clock.instant();
        var input = transactions.reading(_ -> input(body, caller));
        if (input.riders().isEmpty()) {
            throw ProblemException.of(ProblemCode.NO_RIDERS);
        }
        if (input.task().drops().isEmpty()) {
            return new Computed(List.of(), List.of(), 0);
        }
        var plan = planner.plan(input.task(), input.riders());
        var runs = write(body, input.task(), plan, caller);
        return new Computed(
                runs,
                plan.left().stream().map(id -> Long.toString(id)).toList(),
                Duration.between(began, clock.instant()).toMillis());
    }

    private Input input(NewRun body, Caller caller) {
        var task =
                planner.task(
                        body.siteId().value(), body.date(), body.slot(), Loading.carrier(caller));
        return new Input(task, riders(body, caller));
    }

    private List<String> riders(NewRun body, Caller caller) {
        var rider = body.riderUsername();
        if (rider != null) {
            loading.mustRide(rider, caller);
            return List.of(rider);
        }
        return loading.freeRiders(body.siteId().value(), body.date(), body.slot(), caller);
    }

    private List<RunAnswer> write(
            NewRun body, RunPlanner.Task task, Routing.Plan plan, Caller caller) {
        return transactions.inOne(_ -> {
            var runs = new ArrayList<RunAnswer>();
            for (var planned : plan.runs().entrySet()) {
                var stops = planner.stops(planned.getValue(), task.meal());
                runs.add(mapper.of(loading.load(body, planned.getKey(), stops, caller)));
            }
            return List.copyOf(runs);
        });
    }
}
