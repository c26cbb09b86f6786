package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.ledger.DayState;

/// Reads the days on record: how far the close is with each, and what it came to.
@Singleton
public final class SettlementDays {

    /// A day, as a city or one of its districts sees it.
    ///
    /// @param orders captured on it, once it is closed; of a district, those on its statements
    /// @param statements made of it, once it is closed
    /// @param parked providers without a statement
    /// @param contentHash over all statements of the city, once the day is closed
    /// @param closedAt when it was closed
    /// @param took from the beginning of its close to the end, interruptions included; empty for
    ///   days closed before this was kept
    public record SettlementDay(
            LocalDate date,
            DayState state,
            long orders,
            long statements,
            long parked,
            Optional<String> contentHash,
            Optional<Instant> closedAt,
            Optional<Duration> took) {}

    /// Days in their order.
    ///
    /// @param district whose statements are counted; empty for all
    public List<SettlementDay> list(
            Connection connection,
            Optional<String> district,
            LocalDate from,
            LocalDate to,
            int limit)
            throws SQLException {
        var code = district.orElse(null);
        return Sql.on(
                        connection,
                        """
                        select d.day, d.state, d.content_hash, d.closed_at, d.took_ms,
                               if(? is null, coalesce(d.orders, 0),
                                  (select coalesce(sum(s.orders), 0) from statement s
                                    where s.statement_date = d.day
                                      and s.district_code = ?)) as orders,
                               if(? is null, coalesce(d.statements, 0),
                                  (select count(*) from statement s
                                    where s.statement_date = d.day
                                      and s.district_code = ?)) as statements,
                               (select count(*) from parked_day k
                                  left join provider p on p.provider_id = k.provider_id
                                 where k.day = d.day
                                   and (? is null or p.district_code = ?)) as parked
                          from business_day d
                         where d.day >= ? and d.day <= ?
                         order by d.day
                         limit ?
                        """)
                .with(code, code, code, code, code, code)
                .with(from, to, limit)
                .list(SettlementDays::read);
    }

    private static SettlementDay read(Row row) throws SQLException {
        return new SettlementDay(
                row.date("day"),
                row.name("state", DayState.class),
                row.number("orders"),
                row.number("statements"),
                row.number("parked"),
                row.maybeText("content_hash"),
                row.maybeInstant("closed_at"),
                row.maybeNumber("took_ms").map(Duration::ofMillis));
    }
}
