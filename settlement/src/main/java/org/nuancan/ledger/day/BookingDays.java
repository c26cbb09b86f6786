package org.nuancan.ledger.day;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Decides the day that a journal is booked on, so that a close never misses a checkout that runs
/// at the same time.
///
/// A checkout holds a shared lock on its day's row until it commits; the close marks the row under
/// the exclusive lock in a transaction of its own. So every booking of a day is committed before
/// the day is closing, and every later checkout reads it as closing and takes the next open day.
///
/// The SQL is hand-written: the day is locked in the first round trip of a sale.
@Singleton
public final class BookingDays {

    private final Transactions transactions;
    private final Set<BusinessDay> known = ConcurrentHashMap.newKeySet();

    BookingDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Makes sure that the row of today exists; needs a transaction once a day. Call it before the
    /// transaction that calls [#lockOpen]: a lock on an existing row takes no gap lock.
    public void prepare(BusinessDay today) {
        if (!known.contains(today)) {
            var _ =
                    transactions.inOne(connection ->
                            shared(connection, today).isPresent() || created(connection, today));
            known.add(today);
        }
    }

    /// Locks the day that journals are booked on now, shared, until the transaction ends: today, or
    /// the first open day after it. This must be the first lock of a transaction.
    public BusinessDay lockOpen(Connection connection, BusinessDay today) throws SQLException {
        for (var day = today; ; day = day.next()) {
            if (lockedState(connection, day) == DayState.OPEN) {
                return day;
            }
        }
    }

    /// Like [#lockOpen(Connection, BusinessDay)], as part of a combined round trip. Only when today
    /// is closed, separate statements lock the next open day after the locks of the trip. This
    /// cannot cause a deadlock, since the close waits for no other lock.
    public Later<BusinessDay> lockOpen(RoundTrip trip, BusinessDay today) {
        var state = trip.ask(share(trip.connection(), today), BookingDays::state);
        return () ->
                state.get().contains(DayState.OPEN) ? today : lockOpen(trip.connection(), today);
    }

    private static DayState lockedState(Connection connection, BusinessDay day)
            throws SQLException {
        var state = shared(connection, day);
        if (state.isEmpty()) {
            create(connection, day);
            state = shared(connection, day);
        }
        return state.orElseThrow(() -> new IllegalStateException("no business day " + day));
    }

    private static Optional<DayState> shared(Connection connection, BusinessDay day)
            throws SQLException {
        return share(connection, day).first(BookingDays::state);
    }

    private static Sql share(Connection connection, BusinessDay day) {
        return Sql.on(connection, "select state from business_day where day = ? lock in share mode")
                .with(day.date());
    }

    private static DayState state(Row row) throws SQLException {
        return row.name("state", DayState.class);
    }

    private static boolean created(Connection connection, BusinessDay day) throws SQLException {
        create(connection, day);
        return true;
    }

    private static void create(Connection connection, BusinessDay day) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into business_day (day, state) values (?, 'OPEN')
                        on duplicate key update day = business_day.day
                        """)
                .with(day.date())
                .run();
    }

    /// Locks a day shared, so that it is not marked as closed before the transaction ends; a closed
    /// day is not locked.
    ///
    /// @return its state
    /// @throws IllegalStateException if the day is not on record
    public DayState lockUnlessClosed(Connection connection, BusinessDay day) throws SQLException {
        var state =
                Sql.on(connection, "select state from business_day where day = ?")
                        .with(day.date())
                        .one(BookingDays::state);
        return state == DayState.CLOSED ? state : lockedState(connection, day);
    }
}
