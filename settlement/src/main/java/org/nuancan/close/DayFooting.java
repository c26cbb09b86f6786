package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.nuancan.close.proof.StatementStore;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.RealTime;
import org.nuancan.ledger.day.BusinessDays.Standing;
import org.nuancan.ledger.day.ClosingDays;
import org.nuancan.ledger.day.DayState;
import org.nuancan.ledger.reading.Entries;

/// Writes the totals of a day's statements and marks the day as closed.
@Singleton
public final class DayFooting {

    private final ClosingDays days;
    private final Entries entries;
    private final StatementStore statements;
    private final Completeness completeness;
    private final Clock clock;
    private final InstantSource realTime;

    DayFooting(
            ClosingDays days,
            Entries entries,
            StatementStore statements,
            Completeness completeness,
            Clock clock,
            @RealTime InstantSource realTime) {
        this.days = days;
        this.entries = entries;
        this.statements = statements;
        this.completeness = completeness;
        this.clock = clock;
        this.realTime = realTime;
    }

    /// Totals of the day's statements now.
    public Standing of(Connection connection, BusinessDay day) throws SQLException {
        return new Standing(
                day,
                DayState.CLOSED,
                entries.meals(connection, day),
                statements.count(connection, day),
                Optional.of(statements.dayHash(connection, day)));
    }

    /// Closes the day if no provider's statement is missing, or updates the totals of a closed day.
    /// Runs under the day's exclusive lock, so that of two closes the later one counts all
    /// statements.
    ///
    /// @return whether the day is closed
    boolean keep(Connection connection, BusinessDay day) throws SQLException {
        var state = days.lock(day);
        var now = of(connection, day);
        if (state == DayState.CLOSED) {
            days.closeAgain(now);
            return true;
        }
        return completeness.isComplete(connection, day)
                && days.close(now, clock.instant(), realTime.instant());
    }
}
