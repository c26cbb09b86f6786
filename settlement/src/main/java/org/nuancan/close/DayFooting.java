package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.RealTime;
import org.nuancan.ledger.BookingDays.Standing;
import org.nuancan.ledger.ClosingDays;
import org.nuancan.ledger.DayState;
import org.nuancan.ledger.Entries;

/// Keeps what the statements of a day come to, and that the day is closed.
@Singleton
final class DayFooting {

    private final ClosingDays days;
    private final Entries entries;
    private final StatementRows statements;
    private final Clock clock;
    private final InstantSource realTime;

    DayFooting(
            ClosingDays days,
            Entries entries,
            StatementRows statements,
            Clock clock,
            @RealTime InstantSource realTime) {
        this.days = days;
        this.entries = entries;
        this.statements = statements;
        this.clock = clock;
        this.realTime = realTime;
    }

    /// What the day's statements come to now.
    Standing of(Connection connection, BusinessDay day) throws SQLException {
        return new Standing(
                day,
                DayState.CLOSED,
                entries.meals(connection, day),
                statements.count(connection, day),
                Optional.of(statements.dayHash(connection, day)));
    }

    /// Closes the day if no provider's statement is missing, or keeps what a closed one comes to
    /// now. Under the day's exclusive lock, so that of two closes the later one counts all.
    ///
    /// @return whether the day is closed
    boolean keep(Connection connection, BusinessDay day) throws SQLException {
        var state = days.lock(connection, day);
        var now = of(connection, day);
        if (state == DayState.CLOSED) {
            days.closeAgain(connection, now);
            return true;
        }
        return days.close(
                connection,
                now,
                entries.providers(connection, day),
                clock.instant(),
                realTime.instant());
    }
}
