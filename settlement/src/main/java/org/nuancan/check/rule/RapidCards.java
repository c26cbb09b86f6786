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

/// Finds `cards` different cards or more at one terminal within `seconds`: faster than people can
/// present them.
@Singleton
final class RapidCards implements Check {

    // Some engines do not accept a parameter as the offset of lag().
    private static final String QUERY =
            """
            select max(x.provider_id) as provider_id, x.site_id,
                   max(x.street_code) as street_code, max(x.district_code) as district_code,
                   x.service_date, x.terminal, x.slot,
                   min(timestampdiff(second, x.earlier, x.happened_at)) as seconds
              from (select c.*,
                           lag(c.happened_at, :back) over (
                               partition by c.terminal, c.service_date, c.slot
                               order by c.happened_at) as earlier
                      from (select f.terminal, f.service_date, f.slot, f.site_id, f.card_hash,
                                   max(f.provider_id) as provider_id,
                                   max(f.street_code) as street_code,
                                   max(f.district_code) as district_code,
                                   min(f.happened_at) as happened_at
                              from meal_fact f
                             where :meals and f.card_hash is not null and f.returned = 0
                             group by f.terminal, f.service_date, f.slot, f.site_id,
                                      f.card_hash) c) x
             where timestampdiff(second, x.earlier, x.happened_at) <= ?
             group by x.terminal, x.site_id, x.service_date, x.slot
             order by x.terminal, x.service_date, x.slot
            """;

    @Override
    public CheckCode code() {
        return CheckCode.RAPID_CARDS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var cards = scope.parameters().of(code(), "cards");
        return scope.sql(connection, QUERY.replace(":back", Long.toString(cards - 1)))
                .with(scope.parameters().of(code(), "seconds"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "%s %s %s"
                                        .formatted(
                                                row.text("terminal"),
                                                row.date("service_date"),
                                                row.text("slot")),
                                row,
                                Map.of(
                                        "terminal", row.text("terminal"),
                                        "cards", Long.toString(cards),
                                        "seconds", Long.toString(row.number("seconds")))));
    }
}
