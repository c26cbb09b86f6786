package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// The days of providers that could not be computed yet.
@Singleton
final class ParkedDays {

    /// Parks a provider's day, unless its statement exists.
    void park(Connection connection, Parked parked, Instant at) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into parked_day (provider_id, day, cause, detail, tries, parked_at)
                        select p.provider_id, p.day, ?, ?, 1, ?
                          from (select ? as provider_id, cast(? as date) as day) p
                         where not exists (select 1 from statement s
                                            where s.provider_id = p.provider_id
                                              and s.statement_date = p.day)
                        on duplicate key update cause = values(cause), detail = values(detail),
                               tries = tries + 1
                        """)
                .with(parked.cause(), parked.detail(), at)
                .with(parked.providerId(), parked.date().date())
                .run();
    }

    void remove(Connection connection, long providerId, BusinessDay day) throws SQLException {
        Sql.on(connection, "delete from parked_day where provider_id = ? and day = ?")
                .with(providerId, day.date())
                .run();
    }

    /// All that are parked, the oldest days first.
    List<Parked> all(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select provider_id, day, cause, detail
                          from parked_day
                         order by day, provider_id
                        """)
                .list(ParkedDays::read);
    }

    List<Parked> of(Connection connection, BusinessDay day) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select provider_id, day, cause, detail
                          from parked_day
                         where day = ?
                         order by provider_id
                        """)
                .with(day.date())
                .list(ParkedDays::read);
    }

    /// The provider's first parked day before `day`.
    Optional<BusinessDay> before(Connection connection, long providerId, BusinessDay day)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select min(day) as day from parked_day where provider_id = ? and day < ?")
                .with(providerId, day.date())
                .one(row -> row.maybeDate("day"))
                .map(BusinessDay::new);
    }

    private static Parked read(Row row) throws SQLException {
        return new Parked(
                row.number("provider_id"),
                new BusinessDay(row.date("day")),
                row.name("cause", Parked.Cause.class),
                row.text("detail"));
    }
}
