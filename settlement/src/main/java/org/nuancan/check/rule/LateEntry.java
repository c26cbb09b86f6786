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

/// Finds meals of a terminal that were recorded `hours` or more after they happened.
@Singleton
final class LateEntry implements Check {

    private static final String QUERY =
            """
            select max(f.provider_id) as provider_id, f.site_id,
                   max(f.street_code) as street_code, max(f.district_code) as district_code,
                   f.service_date, f.terminal, count(*) as meals,
                   max(timestampdiff(hour, f.happened_at, f.recorded_at)) as hours
              from meal_fact f
             where :meals and timestampdiff(hour, f.happened_at, f.recorded_at) >= ?
               and f.returned = 0
             group by f.site_id, f.service_date, f.terminal
             order by f.terminal, f.service_date
            """;

    @Override
    public CheckCode code() {
        return CheckCode.LATE_ENTRY;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(connection, QUERY)
                .with(scope.parameters().of(code(), "hours"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "%s %s booked %s"
                                        .formatted(
                                                row.text("terminal"),
                                                row.date("service_date"),
                                                scope.day()),
                                row,
                                Map.of(
                                        "terminal", row.text("terminal"),
                                        "meals", Long.toString(row.number("meals")),
                                        "hours", Long.toString(row.number("hours")))));
    }
}
