package org.nuancan.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.delivery.StopRepository.Carried;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// Reads and writes runs with their stops, in the current transaction.
@Singleton
public final class RunStore {

    private final RunRepository runs;
    private final StopRepository stops;
    private final EarlierRiderRepository earlier;

    RunStore(RunRepository runs, StopRepository stops, EarlierRiderRepository earlier) {
        this.runs = runs;
        this.stops = stops;
        this.earlier = earlier;
    }

    /// @throws ProblemException `ORDER_ON_RUN`
    public void insert(Run run, String by) {
        var _ = runs.save(RunEntity.of(run, by));
        insertStops(run);
    }

    private void insertStops(Run run) {
        var rows = new ArrayList<StopEntity>();
        for (var stop : run.stops()) {
            rows.add(StopEntity.of(run.runId(), rows.size() + 1, stop));
        }
        try {
            var _ = stops.saveAll(rows);
        } catch (DatabaseFailure failure) {
            // If two requests put an order on a run at the same time, the database accepts only
            // one.
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                throw ProblemException.of(ProblemCode.ORDER_ON_RUN);
            }
            throw failure;
        }
    }

    /// Replaces the stops of a run, whose row is locked.
    ///
    /// @throws ProblemException `ORDER_ON_RUN`
    public void restop(Run run) {
        stops.deleteByRunId(run.runId());
        insertStops(run);
        runs.nextVersion(run.runId());
    }

    /// Gives a run, whose row is locked, to another rider.
    ///
    /// @param by the dispatcher
    public void reassign(Run run, String rider, Instant at, String by) {
        var until = new EarlierRiderEntity.Key(run.runId(), at);
        var _ = earlier.save(new EarlierRiderEntity(until, run.rider(), by));
        runs.reassign(run.runId(), rider);
    }

    /// Whether a rider may report what happened on a run at an instant: the rider of the run, or
    /// one who had it then.
    public boolean isRiddenBy(Run run, String rider, Instant at) {
        return run.rider().equals(rider) || earlier.countSince(run.runId(), rider, at) > 0;
    }

    /// Cancels a run, whose row is locked: its orders are on no run any more.
    public void cancel(Run run, Instant at) {
        stops.deleteByRunId(run.runId());
        progress(run.runId(), RunState.CANCELLED, Optional.empty(), Optional.of(at));
    }

    /// Writes the progress of a run, whose row is locked.
    public void progress(
            long runId,
            RunState state,
            Optional<Instant> departedAt,
            Optional<Instant> finishedAt) {
        runs.progress(runId, state, departedAt.orElse(null), finishedAt.orElse(null));
    }

    /// The run with its stops in the order of delivery; empty if the id is unknown.
    public Optional<Run> find(long runId) {
        return withStops(runs.findById(runId));
    }

    /// As [#find], with the row locked until the transaction ends.
    public Optional<Run> lock(long runId) {
        return withStops(runs.lock(runId));
    }

    /// The run that an order is on.
    public Optional<Long> ofOrder(long orderId) {
        return stops.findById(orderId).map(StopEntity::runId);
    }

    /// Those of these orders that are on a run.
    public Set<Long> onRuns(Collection<Long> orderIds) {
        return stops.findByOrderIdIn(orderIds).stream()
                .map(StopEntity::orderId)
                .collect(toUnmodifiableSet());
    }

    /// A rider's runs of some days, the earliest made first.
    public List<Run> ofRider(String rider, LocalDate from, LocalDate to) {
        return withStops(runs.ofRider(rider, from, to));
    }

    /// All runs of a meal, the earliest made first.
    public List<Run> ofMeal(long siteId, LocalDate date, Slot slot) {
        return withStops(runs.ofMeal(siteId, date, slot));
    }

    /// The runs of a filter that a caller may see, the latest made first.
    public List<Run> list(RunFilter filter, Caller caller, long before, int most) {
        var seen = RunFilter.Seen.by(caller);
        return withStops(
                runs.list(
                        seen.area().orElse(null),
                        seen.providerId().orElse(null),
                        seen.siteId().orElse(null),
                        Optional.ofNullable(filter.siteId()).map(Id::value).orElse(null),
                        filter.date(),
                        filter.slot(),
                        before,
                        most));
    }

    private Optional<Run> withStops(Optional<RunEntity> row) {
        return withStops(row.stream().toList()).stream().findFirst();
    }

    private List<Run> withStops(List<RunEntity> rows) {
        var byRun =
                stops.list(rows.stream().map(RunEntity::runId).toList()).stream()
                        .collect(
                                groupingBy(StopEntity::runId, mapping(StopEntity::stop, toList())));
        return rows.stream()
                .map(row -> row.run(byRun.getOrDefault(row.runId(), List.of())))
                .toList();
    }

    /// The riders of orders, by order.
    Map<Long, String> riders(Collection<Long> orderIds) {
        return stops.riders(orderIds).stream()
                .collect(toUnmodifiableMap(Carried::orderId, Carried::rider));
    }
}
