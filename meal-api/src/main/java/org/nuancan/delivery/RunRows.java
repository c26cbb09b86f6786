package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.delivery.Run.Stop;
import org.nuancan.policy.Slot;

/// Runs and their stops.
@Singleton
final class RunRows {

    private static final String COLUMNS =
            """
            select run_id, provider_id, site_id, kitchen_id, division, run_date, slot, rider, state,
                   version, created_at, departed_at, finished_at
              from delivery_run
            """;

    void insert(Connection connection, Run run, String by) throws SQLException {
        Batch.into(
                        "delivery_run",
                        "run_id",
                        "provider_id",
                        "site_id",
                        "kitchen_id",
                        "division",
                        "run_date",
                        "slot",
                        "rider",
                        "state",
                        "version",
                        "created_at",
                        "created_by")
                .row(
                        run.runId(),
                        run.parties().carrierId(),
                        run.parties().siteId(),
                        run.parties().kitchenId(),
                        run.parties().division(),
                        run.date(),
                        run.slot(),
                        run.rider(),
                        run.state(),
                        run.version(),
                        run.times().createdAt(),
                        by)
                .write(connection);
        insertStops(connection, run);
    }

    private static void insertStops(Connection connection, Run run) throws SQLException {
        var stops = Batch.into("delivery_stop", "order_id", "run_id", "position", "planned_at");
        var position = 1;
        for (var stop : run.stops()) {
            stops.row(stop.orderId(), run.runId(), position++, stop.plannedAt().orElse(null));
        }
        stops.write(connection);
    }

    /// Gives a run, whose row is locked, other stops.
    void restop(Connection connection, Run run) throws SQLException {
        Sql.on(connection, "delete from delivery_stop where run_id = ?").with(run.runId()).run();
        insertStops(connection, run);
        Sql.on(connection, "update delivery_run set version = version + 1 where run_id = ?")
                .with(run.runId())
                .run();
    }

    /// Brings a run, whose row is locked, further.
    void progress(
            Connection connection,
            long runId,
            RunState state,
            Optional<Instant> departedAt,
            Optional<Instant> finishedAt)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update delivery_run
                           set state = ?, departed_at = ?, finished_at = ?, version = version + 1
                         where run_id = ?
                        """)
                .with(state, departedAt.orElse(null), finishedAt.orElse(null), runId)
                .run();
    }

    Optional<Run> find(Connection connection, long runId) throws SQLException {
        return some(connection, "where run_id = ?", runId).stream().findFirst();
    }

    Optional<Run> lock(Connection connection, long runId) throws SQLException {
        return some(connection, "where run_id = ? for update", runId).stream().findFirst();
    }

    /// The run that an order is on.
    Optional<Long> ofOrder(Connection connection, long orderId) throws SQLException {
        return Sql.on(connection, "select run_id from delivery_stop where order_id = ?")
                .with(orderId)
                .first(row -> row.number("run_id"));
    }

    /// Which of these orders are on a run.
    Set<Long> onRuns(Connection connection, Collection<Long> orderIds) throws SQLException {
        return Set.copyOf(
                Sql.on(connection, "select order_id from delivery_stop where order_id in (??)")
                        .withAll(orderIds)
                        .list(row -> row.number("order_id")));
    }

    /// A rider's runs of some days, the earliest made first.
    List<Run> ofRider(Connection connection, String rider, LocalDate from, LocalDate to)
            throws SQLException {
        return some(
                connection,
                "where rider = ? and run_date between ? and ? order by run_date, run_id",
                rider,
                from,
                to);
    }

    /// All runs of a meal, the earliest made first.
    List<Run> ofMeal(Connection connection, long siteId, LocalDate date, Slot slot)
            throws SQLException {
        return some(
                connection,
                "where site_id = ? and run_date = ? and slot = ? order by run_id",
                siteId,
                date,
                slot);
    }

    /// Runs by a condition of our own, with the values for its marks.
    List<Run> some(Connection connection, String condition, Object... values) throws SQLException {
        var heads = Sql.on(connection, COLUMNS + condition).with(values).list(RunRows::read);
        var stops = stops(connection, heads.stream().map(Run::runId).toList());
        return heads.stream()
                .map(head -> with(head, stops.getOrDefault(head.runId(), List.of())))
                .toList();
    }

    private static Map<Long, List<Stop>> stops(Connection connection, Collection<Long> runIds)
            throws SQLException {
        var stops = new HashMap<Long, List<Stop>>();
        Sql.on(
                        connection,
                        """
                        select run_id, order_id, planned_at
                          from delivery_stop
                         where run_id in (??)
                         order by run_id, position
                        """)
                .withAll(runIds)
                .forEach(row ->
                        stops.computeIfAbsent(row.number("run_id"), _ -> new ArrayList<>())
                                .add(
                                        new Stop(
                                                row.number("order_id"),
                                                row.maybeInstant("planned_at"))));
        return stops;
    }

    /// The riders of orders, by order.
    Map<Long, String> riders(Connection connection, Collection<Long> orderIds) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select s.order_id, r.rider
                          from delivery_stop s
                          join delivery_run r on r.run_id = s.run_id
                         where s.order_id in (??)
                        """)
                .withAll(orderIds)
                .list(row -> Map.entry(row.number("order_id"), row.text("rider")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Run with(Run head, List<Stop> stops) {
        return new Run(
                head.runId(),
                head.parties(),
                head.date(),
                head.slot(),
                head.rider(),
                head.state(),
                head.version(),
                head.times(),
                stops);
    }

    private static Run read(Row row) throws SQLException {
        return new Run(
                row.number("run_id"),
                new Run.Parties(
                        row.number("provider_id"),
                        row.number("site_id"),
                        row.number("kitchen_id"),
                        row.text("division")),
                row.date("run_date"),
                row.name("slot", Slot.class),
                row.text("rider"),
                row.name("state", RunState.class),
                row.integer("version"),
                new Run.Times(
                        row.instant("created_at"),
                        row.maybeInstant("departed_at"),
                        row.maybeInstant("finished_at")),
                List.of());
    }
}
