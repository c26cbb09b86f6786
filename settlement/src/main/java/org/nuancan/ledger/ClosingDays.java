package org.nuancan.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.ledger.BookingDays.Standing;

/// How a day goes from open to closing to closed. Only a day of which nothing is missing becomes
/// closed: the statement that says so checks it.
@Singleton
public final class ClosingDays {

    /// Marks an open day as closing, once every transaction that booked on it has ended. Call it in
    /// a transaction of its own.
    ///
    /// @param realTime when this close began, by the clock that cannot be set
    /// @return the state the day had before
    public DayState startClosing(Connection connection, BusinessDay day, Instant realTime)
            throws SQLException {
        BookingDays.create(connection, day);
        var before = lock(connection, day);
        if (before == DayState.OPEN) {
            Sql.on(
                            connection,
                            """
                            update business_day set state = 'CLOSING', closing_at = ?
                             where day = ? and state = 'OPEN'
                            """)
                    .with(realTime, day.date())
                    .run();
        }
        return before;
    }

    /// Holds a day exclusively until the transaction ends.
    ///
    /// @return its state
    /// @throws IllegalStateException if the day is not on record
    public DayState lock(Connection connection, BusinessDay day) throws SQLException {
        return Sql.on(connection, "select state from business_day where day = ? for update")
                .with(day.date())
                .one(BookingDays::state);
    }

    /// Of the providers of a day each has its statement or is parked.
    private static final String COMPLETE =
            """
            (select count(*) from statement s
              where s.statement_date = ? and s.provider_id in (??))
            + (select count(*) from parked_day k
                where k.day = ? and k.provider_id in (??)
                  and not exists (select 1 from statement t
                                   where t.provider_id = k.provider_id
                                     and t.statement_date = k.day)) = ?
            """;

    private static Sql withProviders(Sql sql, BusinessDay day, List<Long> providers) {
        sql.with(day.date()).withAll(providers).with(day.date()).withAll(providers);
        return sql.with(providers.size());
    }

    /// Closes a day that is closing and keeps what it came to, if each provider with postings that
    /// a statement takes has its statement or is parked.
    ///
    /// Call it under the day's exclusive lock: while it is held nothing is booked on the day, and a
    /// statement or a parked day is only ever added.
    ///
    /// @param providers all with postings that a statement takes, read under the lock
    /// @param at when it is closed, business time
    /// @param realTime when this close ends, by the clock that cannot be set
    /// @return whether the day is closed now
    public boolean close(
            Connection connection,
            Standing closed,
            List<Long> providers,
            Instant at,
            Instant realTime)
            throws SQLException {
        var sql =
                Sql.on(
                                connection,
                                """
                                update business_day
                                   set state = 'CLOSED', is_complete = 1, closed_at = ?,
                                       took_ms = greatest(0, timestampdiff(microsecond, closing_at,
                                                                           ?) div 1000),
                                       orders = ?, statements = ?, content_hash = ?
                                 where day = ? and state = 'CLOSING' and
                                """
                                        + COMPLETE)
                        .with(at, realTime, closed.orders(), closed.statements())
                        .with(closed.contentHash().orElseThrow(), closed.day().date());
        return withProviders(sql, closed.day(), providers).run() == 1;
    }

    /// Keeps what a closed day comes to with a statement that was made late, under the day's
    /// exclusive lock.
    public void closeAgain(Connection connection, Standing closed) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update business_day set orders = ?, statements = ?, content_hash = ?
                         where day = ? and state = 'CLOSED'
                        """)
                .with(closed.orders(), closed.statements(), closed.contentHash().orElseThrow())
                .with(closed.day().date())
                .run();
    }

    /// Keeps of a closed day that nothing is missing, if so; its sums stay as they are.
    ///
    /// @param providers all with postings that a statement takes
    public void markComplete(Connection connection, BusinessDay day, List<Long> providers)
            throws SQLException {
        var sql =
                Sql.on(
                                connection,
                                """
                                update business_day set is_complete = 1
                                 where day = ? and state = 'CLOSED' and is_complete = 0 and
                                """
                                        + COMPLETE)
                        .with(day.date());
        withProviders(sql, day, providers).run();
    }

    /// Closed days of which nobody has seen yet that nothing is missing.
    public List<BusinessDay> notKnownComplete(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select day from business_day
                         where state = 'CLOSED' and is_complete = 0
                         order by day
                        """)
                .list(row -> new BusinessDay(row.date("day")));
    }
}
