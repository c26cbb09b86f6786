package org.nuancan.delivery.dispatch;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.access.Caller;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunEvents;
import org.nuancan.delivery.RunFilter;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.dispatch.RunController.NewRun;
import org.nuancan.delivery.dispatch.RunController.NewStops;
import org.nuancan.delivery.position.PositionAnswer;
import org.nuancan.delivery.position.Positions;
import org.nuancan.event.EventType;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;

/// Operations of dispatchers to make and change runs by hand.
@Singleton
class RunService {

    private final RunStore rows;
    private final Loading loading;
    private final RunMapper showing;
    private final Surroundings around;

    /// Further services that a change of a run needs.
    @Singleton
    record Surroundings(RunEvents events, Positions positions, Clock clock) {}

    RunService(RunStore rows, Loading loading, RunMapper showing, Surroundings around) {
        this.rows = rows;
        this.loading = loading;
        this.showing = showing;
        this.around = around;
    }

    /// @throws ProblemException `RIDER_UNKNOWN`, `NOT_FOUND` for an order of another provider,
    ///   `ORDER_NOT_FOR_RUN`, `ORDER_ON_RUN`
    @Transactional
    RunAnswer make(NewRun body, Caller caller) {
        var rider = body.riderUsername();
        var orderIds = body.orderIds();
        if (rider == null || orderIds == null) {
            throw missing(rider == null ? "/riderUsername" : "/orderIds");
        }
        var ids = distinct(orderIds);
        loading.mustRide(rider, caller);
        var stops = ids.stream().map(id -> new Run.Stop(id, Optional.empty())).toList();
        var run = loading.load(body, rider, stops, caller);
        return showing.of(run);
    }

    private static ProblemException missing(String pointer) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new Fault(pointer, "REQUIRED", "手工派单须填写 / needed unless auto is true")));
    }

    private static List<Long> distinct(List<Id> orderIds) {
        var seen = new HashSet<Long>();
        for (var at = 0; at < orderIds.size(); at++) {
            if (!seen.add(orderIds.get(at).value())) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_INVALID,
                        List.of(
                                new Fault(
                                        "/orderIds/" + at,
                                        "DUPLICATE",
                                        "同一订单出现两次 / this order stands there twice")));
            }
        }
        return orderIds.stream().map(Id::value).toList();
    }

    @ReadOnly
    RunAnswer one(Id runId, Caller caller) {
        return reading(runId, caller, showing::of);
    }

    /// Reads a run in one transaction.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or the caller may not see it
    @ReadOnly
    <T> T reading(Id runId, Caller caller, Function<Run, T> use) {
        var run =
                rows.find(runId.value())
                        .filter(found -> RunFilter.isSeenBy(found, caller))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return use.apply(run);
    }

    @ReadOnly
    Page<RunAnswer> list(RunFilter filter, Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var shown =
                rows.list(filter, caller, before, paging.rows()).stream().map(showing::of).toList();
        return Page.of(shown, paging, run -> Cursor.of(run.runId()));
    }

    /// @throws ProblemException `NOT_FOUND`, `STALE_VERSION`, `UNUSABLE` for a run that has
    ///   finished or left, and as [#make]
    @Transactional
    RunAnswer restop(Id runId, NewStops body, Caller caller) {
        var ids = distinct(body.orderIds());
        var run =
                rows.lock(runId.value())
                        // A kitchen can see the runs of other carriers with its meals but cannot
                        // change them.
                        .filter(found -> found.parties().carrierId() == Loading.carrier(caller))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (run.version() != body.version()) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        mustFit(run, ids);
        var added = ids.stream().filter(id -> !run.orderIds().contains(id)).toList();
        loading.mustBeFree(run, added);
        var planned = new HashMap<Long, Run.Stop>();
        run.stops().forEach(stop -> planned.put(stop.orderId(), stop));
        var stops =
                ids.stream()
                        .map(id ->
                                Objects.requireNonNullElseGet(
                                        planned.get(id), () -> new Run.Stop(id, Optional.empty())))
                        .toList();
        rows.restop(Loading.with(run, stops));
        var changed = rows.find(run.runId()).orElseThrow();
        around.events().tell(EventType.RUN_CHANGED, changed, around.clock().instant());
        return showing.of(changed);
    }

    /// After the rider has left, stops can be reordered but not removed or added.
    private static void mustFit(Run run, List<Long> ids) {
        var same = new HashSet<>(ids).equals(new HashSet<>(run.orderIds()));
        if (!run.state().isOpen() || (run.state() == RunState.OUT && !same)) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
    }

    @ReadOnly
    List<PositionAnswer> positions(Id runId, Caller caller) {
        return reading(runId, caller, run -> around.positions().of(run.runId()));
    }
}
