package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/// A site's daily counts that hardly vary over the last `days` days: their standard deviation is
/// `permille` of their mean or less. Real canteens swing with weather, menus and weekdays.
@Singleton
final class FlatCounts implements Check {

    private static final String QUERY =
            """
            select max(c.provider_id) as provider_id, c.site_id,
                   max(c.street_code) as street_code, max(c.district_code) as district_code,
                   max(c.service_date) as service_date, count(*) as days,
                   round(avg(c.meals)) as mean
              from (select m.site_id, m.service_date, max(m.provider_id) as provider_id,
                           max(m.street_code) as street_code,
                           max(m.district_code) as district_code, count(*) as meals
                      from meal_fact m
                      join (select distinct f.site_id from meal_fact f where :meals) t
                        on t.site_id = m.site_id
                     where m.service_date between ? and ? and m.returned = 0
                     group by m.site_id, m.service_date) c
             group by c.site_id
            having count(*) >= ? and avg(c.meals) >= ?
               and stddev_pop(c.meals) * 1000 <= avg(c.meals) * ?
             order by c.site_id
            """;

    @Override
    public CheckCode code() {
        return CheckCode.FLAT_COUNTS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var strict = scope.parameters();
        return scope.sql(connection, QUERY)
                .with(scope.day().minusDays(strict.of(code(), "days") - 1), scope.day())
                .with(strict.of(code(), "atLeastDays"))
                .with(strict.of(code(), "atLeastMeals"))
                .with(strict.of(code(), "permille"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "site " + row.number("site_id") + " week of " + week(scope),
                                row,
                                Map.of(
                                        "days", Long.toString(row.number("days")),
                                        "mean", Long.toString(row.number("mean")))));
    }

    /// A pattern over weeks is told once a week.
    static String week(Scope scope) {
        return scope.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }
}
