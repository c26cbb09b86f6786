package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;

/// Finds sites whose daily counts hardly vary over the last `days` days: their standard deviation
/// is `permille` of their mean or less. Counts of real canteens vary with weather, menus and
/// weekdays.
@Singleton
final class FlatCounts implements Check {

    private static final String QUERY =
            Scope.SITES_AND_DAYS
                    + """
                    select t.provider_id, t.site_id, t.street_code, t.district_code,
                           max(c.service_date) as service_date, count(*) as days,
                           round(avg(c.meals)) as mean
                      from (select m.site_id, m.service_date, count(*) as meals
                              from t
                      straight_join d
                      straight_join meal_fact m
                                on m.site_id = t.site_id and m.service_date = d.service_date
                             where m.returned = 0
                             group by m.site_id, m.service_date) c
                      join t on t.site_id = c.site_id
                     group by t.provider_id, t.site_id, t.street_code, t.district_code
                    having count(*) >= ? and avg(c.meals) >= ?
                       and stddev_pop(c.meals) * 1000 <= avg(c.meals) * ?
                     order by t.site_id
                    """;

    @Override
    public CheckCode code() {
        return CheckCode.FLAT_COUNTS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var parameters = scope.parameters();
        return scope.sql(connection, QUERY)
                .with(scope.day().minusDays(parameters.of(code(), "days") - 1), scope.day())
                .with(parameters.of(code(), "atLeastDays"))
                .with(parameters.of(code(), "atLeastMeals"))
                .with(parameters.of(code(), "permille"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "site " + row.number("site_id") + " week of " + week(scope),
                                row,
                                Map.of(
                                        "days", Long.toString(row.number("days")),
                                        "mean", Long.toString(row.number("mean")))));
    }

    /// A pattern over weeks is reported once a week.
    static String week(Scope scope) {
        return scope.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }
}
