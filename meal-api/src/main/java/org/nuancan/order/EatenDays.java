package org.nuancan.order;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.Sql;

/// On which days elders have eaten, for who looks after them.
@Singleton
public final class EatenDays {

    /// A day at a site.
    public record Meal(LocalDate date, long siteId) {}

    EatenDays() {}

    /// Meals of elders between two days, both included, by elder.
    public Map<Long, Set<Meal>> of(
            Connection connection, Collection<Long> elderIds, LocalDate from, LocalDate to)
            throws SQLException {
        var meals = new HashMap<Long, Set<Meal>>();
        Sql.on(
                        connection,
                        """
                        select distinct elder_id, service_date, site_id
                          from meal_order
                         where elder_id in (??) and service_date between ? and ?
                        """)
                .withAll(elderIds)
                .with(from, to)
                .forEach(row ->
                        meals.computeIfAbsent(row.number("elder_id"), _ -> new HashSet<>())
                                .add(new Meal(row.date("service_date"), row.number("site_id"))));
        return meals;
    }

    /// Whether a site sold anything on a day.
    public boolean wasOpen(Connection connection, long siteId, LocalDate date) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select order_id from meal_order where site_id = ? and service_date = ? limit 1
                        """)
                .with(siteId, date)
                .exists();
    }
}
