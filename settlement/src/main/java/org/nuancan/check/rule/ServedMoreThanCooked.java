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

/// Finds sites with more meals in a slot than portions reported as cooked for it, plus
/// `percentFree`. Without a report, nothing is found.
@Singleton
final class ServedMoreThanCooked implements Check {

    private static final String QUERY =
            """
            select s.*
              from (select c.*,
                           (select sum(b.portions)
                              from batch_fact b
                             where b.site_id = c.site_id and b.service_date = c.service_date
                               and b.slot = c.slot) as portions
                      from (select %s, m.service_date, m.slot, count(*) as meals
                              from meal_fact m
                              join (select distinct f.site_id, f.service_date, f.slot
                                      from meal_fact f
                                     where :meals) t
                                on t.site_id = m.site_id and t.service_date = m.service_date
                               and t.slot = m.slot
                             where m.returned = 0
                             group by m.site_id, m.service_date, m.slot) c) s
             where s.meals * 100 > s.portions * (100 + ?)
             order by s.site_id, s.service_date, s.slot
            """
                    .formatted(Finding.GROUPED);

    @Override
    public CheckCode code() {
        return CheckCode.SERVED_MORE_THAN_COOKED;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(connection, QUERY)
                .with(scope.parameters().of(code(), "percentFree"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "site %d %s %s"
                                        .formatted(
                                                row.number("site_id"),
                                                row.date("service_date"),
                                                row.text("slot")),
                                row,
                                Map.of(
                                        "meals", Long.toString(row.number("meals")),
                                        "portions", Long.toString(row.number("portions")))));
    }
}
