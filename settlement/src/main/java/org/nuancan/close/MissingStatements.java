package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.ledger.DayState;

/// Finds days of providers that have postings for a statement and no statement, on days whose close
/// has begun.
@Singleton
final class MissingStatements {

    /// A provider's day without its statement.
    ///
    /// @param state of the day
    /// @param parked the cause, if the provider is parked on the day
    record Missing(
            long providerId, BusinessDay day, DayState state, Optional<Parked.Cause> parked) {}

    /// Those of some days, both included, oldest first.
    ///
    /// A statement that retention let go left an anchor of its day or a later one behind.
    List<Missing> between(Connection connection, BusinessDay from, BusinessDay to)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select b.booking_date, b.provider_id, d.state, k.cause
                          from (select distinct booking_date, provider_id
                                  from posting
                                 where booking_date between ? and ? and provider_id > 0) b
                          join business_day d on d.day = b.booking_date and d.state <> 'OPEN'
                          left join statement s on s.provider_id = b.provider_id
                                               and s.statement_date = b.booking_date
                          left join parked_day k on k.provider_id = b.provider_id
                                                and k.day = b.booking_date
                         where s.statement_id is null
                           and not exists (select 1
                                             from retention_mark m
                                             join statement_anchor a
                                               on a.provider_id = b.provider_id
                                              and a.statement_date >= b.booking_date
                                            where m.kind = 'statements'
                                              and m.before_date > b.booking_date)
                         order by b.booking_date, b.provider_id
                        """)
                .with(from.date(), to.date())
                .list(row ->
                        new Missing(
                                row.number("provider_id"),
                                new BusinessDay(row.date("booking_date")),
                                row.name("state", DayState.class),
                                row.maybeText("cause").map(Parked.Cause::valueOf)));
    }
}
