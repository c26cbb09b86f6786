package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Nearly all who eat at a site at all (`percent`) ate there on every single day it was open, over
/// the last `days` days. Real people fall ill, travel and visit their children.
@Singleton
final class FullRoster implements Check {

    private static final String QUERY =
            """
            select max(e.provider_id) as provider_id, e.site_id,
                   max(e.street_code) as street_code, max(e.district_code) as district_code,
                   max(e.service_date) as service_date, count(*) as elders,
                   max(o.days) as days, sum(e.days = o.days) as always
              from (select m.site_id, m.elder_id, count(distinct m.service_date) as days,
                           max(m.provider_id) as provider_id,
                           max(m.street_code) as street_code,
                           max(m.district_code) as district_code,
                           max(m.service_date) as service_date
                      from meal_fact m
                      join (select distinct f.site_id from meal_fact f where :meals) t
                        on t.site_id = m.site_id
                     where m.service_date between ? and ? and m.elder_id is not null
                       and m.returned = 0
                     group by m.site_id, m.elder_id) e
              join (select n.site_id, count(distinct n.service_date) as days
                      from meal_fact n
                     where n.service_date between ? and ? and n.elder_id is not null
                       and n.returned = 0
                       and n.site_id in (select f.site_id from meal_fact f where :meals)
                     group by n.site_id) o
                on o.site_id = e.site_id
             group by e.site_id
            having count(*) >= ? and max(o.days) >= ?
               and sum(e.days = o.days) * 100 >= count(*) * ?
             order by e.site_id
            """;

    @Override
    public CheckCode code() {
        return CheckCode.FULL_ROSTER;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var strict = scope.parameters();
        var from = scope.day().minusDays(strict.of(code(), "days") - 1);
        var sql = scope.sql(connection, QUERY).with(from, scope.day()).with(from, scope.day());
        scope.values().forEach(sql::with);
        return sql.with(strict.of(code(), "atLeastElders"))
                .with(strict.of(code(), "atLeastDays"))
                .with(strict.of(code(), "percent"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "site "
                                        + row.number("site_id")
                                        + " week of "
                                        + FlatCounts.week(scope),
                                row,
                                Map.of(
                                        "elders", Long.toString(row.number("elders")),
                                        "always", Long.toString(row.number("always")),
                                        "days", Long.toString(row.number("days")))));
    }
}
