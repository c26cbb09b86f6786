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

/// Finds elders at two sites that are further apart than they can travel in the time between:
/// `metresFree` always, and `metresAMinute`. Meals by code are left out, since relatives may
/// present a code.
@Singleton
final class ElsewhereTooSoon implements Check {

    /// A millionth of a degree on a meridian is 0.111195 m; on a parallel it is that times the
    /// cosine of the latitude.
    private static final String QUERY =
            """
            select w.*
              from (select v.*,
                           timestampdiff(second, v.earlier_at, v.happened_at) as seconds,
                           0.111195 * sqrt(
                               pow(v.latitude_micro - v.earlier_latitude, 2)
                               + pow((v.longitude_micro - v.earlier_longitude)
                                     * cos(radians(v.latitude_micro / 1000000)), 2)) as metres
                      from (select m.order_id, m.provider_id, m.site_id, m.street_code,
                                   m.district_code, m.service_date, m.happened_at,
                                   m.latitude_micro, m.longitude_micro,
                                   lag(m.site_id) over earlier_ones as earlier_site,
                                   lag(m.happened_at) over earlier_ones as earlier_at,
                                   lag(m.latitude_micro) over earlier_ones as earlier_latitude,
                                   lag(m.longitude_micro) over earlier_ones as earlier_longitude
                              from meal_fact m
                              join (select distinct f.elder_id, f.service_date
                                      from meal_fact f
                                     where :meals and f.elder_id is not null) t
                                on t.elder_id = m.elder_id and t.service_date = m.service_date
                             where m.entered in ('CARD', 'NUMBER') and m.returned = 0
                            window earlier_ones as (partition by m.elder_id, m.service_date
                                              order by m.happened_at, m.order_id)) v
                     where v.earlier_site <> v.site_id) w
             where w.metres > ? + ? * w.seconds / 60
             order by w.order_id
            """;

    @Override
    public CheckCode code() {
        return CheckCode.ELSEWHERE_TOO_SOON;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(connection, QUERY)
                .with(scope.parameters().of(code(), "metresFree"))
                .with(scope.parameters().of(code(), "metresAMinute"))
                .list(row ->
                        Finding.ofMeal(
                                code(),
                                row,
                                Map.of(
                                        "metres", Long.toString(row.number("metres")),
                                        "minutes", Long.toString(row.number("seconds") / 60))));
    }
}
