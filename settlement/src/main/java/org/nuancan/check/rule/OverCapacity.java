package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;

/// Finds sites with more meals eaten in one slot than seats times `turns`, or more meals of a day
/// than the daily capacity. With 0 seats or capacity (unknown), nothing is found.
@Singleton
final class OverCapacity implements Check {

    private static final String SITES =
            """
              from meal_fact m
              join (select distinct f.site_id, f.service_date
                      from meal_fact f
                     where :meals) t
                on t.site_id = m.site_id and t.service_date = m.service_date
             where m.returned = 0
            """;

    private static final String BY_SLOT =
            "select "
                    + Finding.GROUPED
                    + ", m.service_date, m.slot, sum(m.dine_in) as meals, max(m.seats) as room"
                    + SITES
                    + """
                     group by m.site_id, m.service_date, m.slot
                    having max(m.seats) > 0 and sum(m.dine_in) > max(m.seats) * ?
                     order by m.site_id, m.service_date, m.slot
                    """;

    private static final String BY_DAY =
            "select "
                    + Finding.GROUPED
                    + ", m.service_date, count(*) as meals, max(m.daily_capacity) as room"
                    + SITES
                    + """
                     group by m.site_id, m.service_date
                    having max(m.daily_capacity) > 0 and count(*) > max(m.daily_capacity)
                     order by m.site_id, m.service_date
                    """;

    @Override
    public CheckCode code() {
        return CheckCode.OVER_CAPACITY;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var turns = scope.parameters().of(code(), "turns");
        var found =
                new ArrayList<>(
                        scope.sql(connection, BY_SLOT)
                                .with(turns)
                                .list(row ->
                                        Finding.ofPattern(
                                                code(),
                                                "site %d %s %s"
                                                        .formatted(
                                                                row.number("site_id"),
                                                                row.date("service_date"),
                                                                row.text("slot")),
                                                row,
                                                facts(
                                                        row.number("meals"),
                                                        row.number("room") * turns))));
        found.addAll(
                scope.sql(connection, BY_DAY)
                        .list(row ->
                                Finding.ofPattern(
                                        code(),
                                        "site %d %s"
                                                .formatted(
                                                        row.number("site_id"),
                                                        row.date("service_date")),
                                        row,
                                        facts(row.number("meals"), row.number("room")))));
        return found;
    }

    private static Map<String, String> facts(long meals, long room) {
        return Map.of("meals", Long.toString(meals), "room", Long.toString(room));
    }
}
