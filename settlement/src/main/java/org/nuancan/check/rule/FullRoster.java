package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;

/// Finds sites where at least `percent` of all elders who ate there came on every single open day
/// of the last `days` days. Real people are sometimes ill or away.
@Singleton
final class FullRoster implements Check {

    private static final String QUERY =
            Scope.SITES_AND_DAYS
                    + """
                    , b as (
                        select distinct m.site_id, m.elder_id, m.service_date
                          from t
                    straight_join d
                    straight_join meal_fact m
                            on m.site_id = t.site_id and m.service_date = d.service_date
                         where m.elder_id is not null and m.returned = 0)
                    select t.provider_id, t.site_id, t.street_code, t.district_code,
                           max(e.service_date) as service_date, count(*) as elders,
                           max(o.days) as days, sum(e.days = o.days) as always
                      from (select site_id, elder_id, count(*) as days,
                                   max(service_date) as service_date
                              from b
                             group by site_id, elder_id) e
                      join (select site_id, count(distinct service_date) as days
                              from b
                             group by site_id) o
                        on o.site_id = e.site_id
                      join t on t.site_id = e.site_id
                     group by t.provider_id, t.site_id, t.street_code, t.district_code
                    having count(*) >= ? and max(o.days) >= ?
                       and sum(e.days = o.days) * 100 >= count(*) * ?
                     order by t.site_id
                    """;

    @Override
    public CheckCode code() {
        return CheckCode.FULL_ROSTER;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var parameters = scope.parameters();
        var from = scope.day().minusDays(parameters.of(code(), "days") - 1);
        return scope.sql(connection, QUERY)
                .with(from, scope.day())
                .with(parameters.of(code(), "atLeastElders"))
                .with(parameters.of(code(), "atLeastDays"))
                .with(parameters.of(code(), "percent"))
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
