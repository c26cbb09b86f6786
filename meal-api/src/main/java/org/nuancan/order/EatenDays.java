package org.nuancan.order;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// On which days elders have eaten, for who looks after them.
@Singleton
public final class EatenDays {

    /// A day at a site.
    public record Meal(LocalDate date, long siteId) {}

    private final Transactions transactions;

    EatenDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Meals of elders between two days, both included, by elder.
    public Map<Long, Set<Meal>> of(Collection<Long> elderIds, LocalDate from, LocalDate to) {
        return transactions.reading(connection -> read(connection, elderIds, from, to));
    }

    private static Map<Long, Set<Meal>> read(
            Connection connection, Collection<Long> elderIds, LocalDate from, LocalDate to)
            throws SQLException {
        var trip = RoundTrip.on(connection);
        var days = new ArrayList<Later<List<Eaten>>>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            days.add(trip.ask(ofDay(connection, elderIds, date), Eaten::read));
        }
        trip.go();
        var meals = new HashMap<Long, Set<Meal>>();
        for (var day : days) {
            for (var eaten : day.get()) {
                meals.computeIfAbsent(eaten.elderId, _ -> new HashSet<>()).add(eaten.meal);
            }
        }
        return meals;
    }

    private record Eaten(long elderId, Meal meal) {

        private static Eaten read(Row row) throws SQLException {
            return new Eaten(
                    row.number("elder_id"),
                    new Meal(row.date("service_date"), row.number("site_id")));
        }
    }

    /// The index begins with the day.
    private static Sql ofDay(Connection connection, Collection<Long> elderIds, LocalDate date) {
        return Sql.on(
                        connection,
                        """
                        select distinct elder_id, service_date, site_id
                          from meal_order
                         where service_date = ? and elder_id in (??)
                        """)
                .with(date)
                .withAll(elderIds);
    }

    /// Whether a site sold anything on a day.
    public boolean wasOpen(long siteId, LocalDate date) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select order_id from meal_order
                                 where site_id = ? and service_date = ? limit 1
                                """)
                        .with(siteId, date)
                        .exists());
    }
}
