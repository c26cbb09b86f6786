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

/// Finds terminals that granted more than `freeFen` above the allowed amount while they were
/// offline. The provider bears it; the street decides whether to inspect the tills.
@Singleton
final class OfflineExcess implements Check {

    private static final String QUERY =
            """
            select max(f.provider_id) as provider_id, f.site_id,
                   max(f.street_code) as street_code, max(f.district_code) as district_code,
                   f.service_date, f.terminal, sum(f.excess_fen > 0) as meals,
                   sum(f.excess_fen) as excess_fen
              from meal_fact f
             where :meals
             group by f.site_id, f.service_date, f.terminal
            having sum(f.excess_fen) > ?
             order by f.terminal, f.service_date
            """;

    @Override
    public CheckCode code() {
        return CheckCode.OFFLINE_EXCESS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(connection, QUERY)
                .with(scope.parameters().of(code(), "freeFen"))
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
                                        "yuan", ThresholdBills.yuan(row.number("excess_fen")))));
    }
}
