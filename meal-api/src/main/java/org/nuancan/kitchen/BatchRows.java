package org.nuancan.kitchen;

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
import org.nuancan.check.Facts;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.kitchen.Batch.Hold;
import org.nuancan.menu.Menu;
import org.nuancan.policy.Slot;

/// Batches and the temperatures at which they are kept.
@Singleton
final class BatchRows {

    private static final String COLUMNS =
            """
            select batch_id, site_id, service_date, slot, sku, portions, discarded, cooked_at,
                   core_decicelsius
              from kitchen_batch
            """;

    private final Facts facts;

    /// @param facts what the platform's checks look at
    BatchRows(Facts facts) {
        this.facts = facts;
    }

    void insert(Connection connection, Batch batch, String by, Instant now) throws SQLException {
        org.nuancan.db.Batch.into(
                        "kitchen_batch",
                        "batch_id",
                        "site_id",
                        "service_date",
                        "slot",
                        "sku",
                        "portions",
                        "discarded",
                        "cooked_at",
                        "core_decicelsius",
                        "reported_by",
                        "reported_at")
                .row(
                        batch.batchId(),
                        batch.siteId(),
                        batch.date(),
                        batch.slot(),
                        batch.sku(),
                        batch.portions(),
                        batch.discarded(),
                        batch.cookedAt(),
                        batch.coreDecicelsius(),
                        by,
                        now)
                .write(connection);
        facts.cooked(
                connection,
                batch.batchId(),
                batch.siteId(),
                batch.date(),
                batch.slot(),
                batch.portions());
    }

    /// What was cooked for a meal, what was cooked first first.
    List<Batch> of(Connection connection, Menu.Meal meal) throws SQLException {
        var batches =
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                        where site_id = ? and service_date = ? and slot = ?
                                        order by cooked_at, batch_id
                                        """)
                        .with(meal.siteId(), meal.date(), meal.slot())
                        .list(BatchRows::read);
        return withHolds(connection, batches);
    }

    /// Batches of a meal that were reported until an instant, without their holds.
    List<Batch> reportedBy(Connection connection, Menu.Meal meal, Instant until)
            throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                where site_id = ? and service_date = ? and slot = ?
                                  and reported_at <= ?
                                order by batch_id
                                """)
                .with(meal.siteId(), meal.date(), meal.slot())
                .with(until)
                .list(BatchRows::read);
    }

    /// What a site cooked from a day on.
    List<Batch> since(Connection connection, long siteId, LocalDate from) throws SQLException {
        var batches =
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                        where site_id = ? and service_date >= ?
                                        order by cooked_at, batch_id
                                        """)
                        .with(siteId, from)
                        .list(BatchRows::read);
        return withHolds(connection, batches);
    }

    Optional<Batch> find(Connection connection, long batchId) throws SQLException {
        var batch =
                Sql.on(connection, COLUMNS + "where batch_id = ?")
                        .with(batchId)
                        .list(BatchRows::read);
        return withHolds(connection, batch).stream().findFirst();
    }

    /// A reading; the same instant again is the same reading.
    void hold(Connection connection, long batchId, Hold hold, String by) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into kitchen_hold (batch_id, measured_at, decicelsius, reported_by)
                        values (?, ?, ?, ?)
                        on duplicate key update decicelsius = least(decicelsius, values(decicelsius))
                        """)
                .with(batchId, hold.at(), hold.decicelsius(), by)
                .run();
    }

    /// @return false if the batch has not so many portions left
    boolean discard(Connection connection, long batchId, int portions) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update kitchen_batch
                                   set discarded = discarded + ?
                                 where batch_id = ? and discarded + ? <= portions
                                """)
                        .with(portions, batchId, portions)
                        .run()
                == 1;
    }

    private static List<Batch> withHolds(Connection connection, List<Batch> batches)
            throws SQLException {
        var holds = holds(connection, batches.stream().map(Batch::batchId).toList());
        return batches.stream()
                .map(batch -> with(batch, holds.getOrDefault(batch.batchId(), List.of())))
                .toList();
    }

    private static Map<Long, List<Hold>> holds(Connection connection, Collection<Long> batchIds)
            throws SQLException {
        var holds = new HashMap<Long, List<Hold>>();
        Sql.on(
                        connection,
                        """
                        select batch_id, measured_at, decicelsius
                          from kitchen_hold
                         where batch_id in (??)
                         order by batch_id, measured_at
                        """)
                .withAll(batchIds)
                .forEach(row ->
                        holds.computeIfAbsent(row.number("batch_id"), _ -> new ArrayList<>())
                                .add(
                                        new Hold(
                                                row.instant("measured_at"),
                                                row.integer("decicelsius"))));
        return holds;
    }

    private static Batch with(Batch batch, List<Hold> holds) {
        return new Batch(
                batch.batchId(),
                batch.siteId(),
                batch.date(),
                batch.slot(),
                batch.sku(),
                batch.portions(),
                batch.discarded(),
                batch.cookedAt(),
                batch.coreDecicelsius(),
                holds);
    }

    private static Batch read(Row row) throws SQLException {
        return new Batch(
                row.number("batch_id"),
                row.number("site_id"),
                row.date("service_date"),
                row.name("slot", Slot.class),
                row.text("sku"),
                row.integer("portions"),
                row.integer("discarded"),
                row.instant("cooked_at"),
                row.integer("core_decicelsius"),
                List.of());
    }
}
