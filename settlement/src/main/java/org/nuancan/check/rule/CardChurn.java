package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;

/// Finds elders with meals who were given `cards` cards or more within `days` days, which suggests
/// that cards are passed on to other persons.
@Singleton
final class CardChurn implements Check {

    private static final String QUERY =
            """
            select max(m.provider_id) as provider_id, max(m.site_id) as site_id,
                   max(m.street_code) as street_code, max(m.district_code) as district_code,
                   max(m.service_date) as service_date, m.elder_id, max(c.cards) as cards
              from (select f.* from meal_fact f where :meals) m
              join (select elder_id, count(*) as cards
                      from card_fact
                     where issued_at >= ?
                     group by elder_id
                    having count(*) >= ?) c
                on c.elder_id = m.elder_id
             group by m.elder_id
             order by m.elder_id
            """;

    @Override
    public CheckCode code() {
        return CheckCode.CARD_CHURN;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var days = scope.parameters().of(code(), "days");
        return scope.sql(connection, QUERY)
                .with(scope.day().minusDays(days).atStartOfDay())
                .with(scope.parameters().of(code(), "cards"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "elder "
                                        + row.number("elder_id")
                                        + " "
                                        + YearMonth.from(scope.day()),
                                row,
                                Map.of(
                                        "elder", Long.toString(row.number("elder_id")),
                                        "cards", Long.toString(row.number("cards")),
                                        "days", Long.toString(days))));
    }
}
