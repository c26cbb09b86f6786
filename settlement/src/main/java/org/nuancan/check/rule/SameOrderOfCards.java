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

/// Finds the same sequence of four cards, within `seconds`, on `repeats` of the last `days` days,
/// which suggests that one person presents a stack of cards.
///
/// Each day adds its own sequences of four to `card_run`, so that no day is read again.
@Singleton
final class SameOrderOfCards implements Check {

    private static final String KEEP =
            """
            insert into card_run (terminal, run, service_date)
            select distinct x.terminal,
                   conv(left(sha2(concat_ws('-', x.card_1, x.card_2, x.card_3, x.card_hash),
                                 256), 15),
                        16, 10),
                   x.service_date
              from (select f.terminal, f.service_date, f.card_hash, f.happened_at,
                           lag(f.card_hash, 3) over in_line as card_1,
                           lag(f.card_hash, 2) over in_line as card_2,
                           lag(f.card_hash, 1) over in_line as card_3,
                           lag(f.happened_at, 3) over in_line as began
                      from meal_fact f
                     where :meals and f.card_hash is not null and f.returned = 0
                    window in_line as (partition by f.terminal, f.service_date
                                     order by f.happened_at, f.order_id)) x
             where x.card_1 is not null and timestampdiff(second, x.began, x.happened_at) <= ?
            on duplicate key update service_date = card_run.service_date
            """;

    private static final String FIND =
            """
            select t.provider_id, t.site_id, t.street_code, t.district_code, t.service_date,
                   t.terminal, count(*) as runs, max(t.days) as days
              from (select q.provider_id, q.site_id, q.street_code, q.district_code,
                           q.service_date, r.terminal, r.run,
                           count(distinct p.service_date) as days
                      from (select f.terminal, f.service_date, f.site_id,
                                   max(f.provider_id) as provider_id,
                                   max(f.street_code) as street_code,
                                   max(f.district_code) as district_code
                              from meal_fact f
                             where :meals
                             group by f.terminal, f.service_date, f.site_id) q
                      join card_run r
                        on r.service_date = q.service_date and r.terminal = q.terminal
                      join card_run p
                        on p.terminal = r.terminal and p.run = r.run
                       and p.service_date between date_sub(r.service_date, interval ? day)
                                              and r.service_date
                     group by q.provider_id, q.site_id, q.street_code, q.district_code,
                              q.service_date, r.terminal, r.run
                    having count(distinct p.service_date) >= ?) t
             group by t.provider_id, t.site_id, t.street_code, t.district_code, t.service_date,
                      t.terminal
             order by t.terminal, t.service_date
            """;

    @Override
    public CheckCode code() {
        return CheckCode.SAME_ORDER_OF_CARDS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        scope.sql(connection, KEEP).with(scope.parameters().of(code(), "seconds")).run();
        return scope.sql(connection, FIND)
                .with(scope.parameters().of(code(), "days") - 1)
                .with(scope.parameters().of(code(), "repeats"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                row.text("terminal") + " " + row.date("service_date"),
                                row,
                                Map.of(
                                        "terminal", row.text("terminal"),
                                        "days", Long.toString(row.number("days")),
                                        "runs", Long.toString(row.number("runs")))));
    }
}
