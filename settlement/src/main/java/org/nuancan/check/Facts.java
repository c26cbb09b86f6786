package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Sql;
import org.nuancan.policy.fact.Slot;

/// Writes the facts that the checks read, in the transaction of the reported event.
@Singleton
public final class Facts {

    private final Clock clock;

    Facts(Clock clock) {
        this.clock = clock;
    }

    /// Adds meals in the transaction of the sale: one SQL statement for a list.
    public void eaten(Connection connection, List<EatenMeal> meals) throws SQLException {
        rows(meals).write(connection);
    }

    /// Like [#eaten(Connection, List)], as part of a combined round trip.
    public void eaten(RoundTrip trip, List<EatenMeal> meals) {
        rows(meals).write(trip);
    }

    private static Batch rows(List<EatenMeal> meals) {
        var rows =
                Batch.into(
                        "meal_fact",
                        "order_id",
                        "booking_date",
                        "service_date",
                        "slot",
                        "district_code",
                        "street_code",
                        "provider_id",
                        "site_id",
                        "terminal",
                        "elder_id",
                        "card_hash",
                        "entered",
                        "offline",
                        "dine_in",
                        "happened_at",
                        "recorded_at",
                        "bill_fen",
                        "granted_fen",
                        "excess_fen",
                        "seats",
                        "daily_capacity",
                        "latitude_micro",
                        "longitude_micro",
                        "listed");
        meals.forEach(meal -> add(rows, meal));
        return rows;
    }

    private static void add(Batch rows, EatenMeal meal) {
        var when = meal.when();
        var where = meal.where();
        var who = meal.who();
        rows.row(
                meal.orderId(),
                when.booking(),
                when.service(),
                when.slot(),
                where.district(),
                where.street(),
                where.providerId(),
                where.siteId(),
                who.terminal(),
                who.elderId().orElse(null),
                who.cardHash().orElse(null),
                who.entered(),
                who.offline(),
                where.dineIn(),
                when.happenedAt(),
                when.recordedAt(),
                meal.bill().value(),
                meal.granted().value(),
                meal.excess().value(),
                where.room().seats(),
                where.room().dailyCapacity(),
                where.room().latitudeMicro(),
                where.room().longitudeMicro(),
                where.listed());
    }

    /// A meal was refunded completely: the checks ignore it from then on.
    public void returned(Connection connection, long orderId) throws SQLException {
        Sql.on(connection, "update meal_fact set returned = 1 where order_id = ?")
                .with(orderId)
                .run();
    }

    /// An elder's death is reported; meals from that day on are checked again.
    public void died(Connection connection, long elderId, LocalDate on) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into death_fact (elder_id, died_on, reported_at)
                        values (?, ?, ?)
                        on duplicate key update died_on = values(died_on),
                               reported_at = values(reported_at)
                        """)
                .with(elderId, on, clock.instant())
                .run();
        again(connection, elderId, on);
    }

    /// A death was reported in error.
    public void lives(Connection connection, long elderId) throws SQLException {
        Sql.on(connection, "delete from death_fact where elder_id = ?").with(elderId).run();
    }

    /// An elder stays in an institution or hospital, both days included.
    public void stays(Connection connection, long elderId, LocalDate from, Optional<LocalDate> to)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into stay_fact (elder_id, from_date, to_date, reported_at)
                        values (?, ?, ?, ?)
                        on duplicate key update to_date = values(to_date),
                               reported_at = values(reported_at)
                        """)
                .with(elderId, from, to.orElse(null), clock.instant())
                .run();
        again(connection, elderId, from);
    }

    /// A card was issued or renewed.
    public void cardIssued(Connection connection, long cardId, long elderId, Instant at)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into card_fact (card_id, issued_at, elder_id) values (?, ?, ?)
                        on duplicate key update elder_id = values(elder_id)
                        """)
                .with(cardId, at, elderId)
                .run();
    }

    /// A kitchen cooked for a meal at a site.
    public void cooked(
            Connection connection,
            long batchId,
            long siteId,
            LocalDate serviceDate,
            Slot slot,
            int portions)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into batch_fact (batch_id, site_id, service_date, slot, portions)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update portions = values(portions)
                        """)
                .with(batchId, siteId, serviceDate, slot, portions)
                .run();
    }

    private void again(Connection connection, long elderId, LocalDate from) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into check_again (elder_id, from_date, asked_at) values (?, ?, ?)
                        on duplicate key update from_date = least(from_date, values(from_date)),
                               asked_at = values(asked_at)
                        """)
                .with(elderId, from, clock.instant())
                .run();
    }
}
