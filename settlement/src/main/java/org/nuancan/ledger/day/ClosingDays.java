package org.nuancan.ledger.day;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.day.BusinessDays.Standing;

/// Moves a day from open to closing to closed.
@Singleton
public class ClosingDays {

    private final BusinessDayRepository days;

    ClosingDays(BusinessDayRepository days) {
        this.days = days;
    }

    /// Marks an open day as closing, once every transaction that booked on it has ended. Call it in
    /// a transaction of its own.
    ///
    /// @param realTime when this close began, by the clock that cannot be set
    /// @return the previous state of the day
    @Transactional
    public DayState startClosing(BusinessDay day, Instant realTime) {
        days.add(day.date());
        var before = lock(day);
        if (before == DayState.OPEN) {
            days.startClosing(day.date(), realTime);
        }
        return before;
    }

    /// Locks a day exclusively until the transaction ends.
    ///
    /// @return its state
    /// @throws IllegalStateException if the day is not on record
    @Transactional
    public DayState lock(BusinessDay day) {
        return days.lock(day.date())
                .map(BusinessDayEntity::state)
                .orElseThrow(() -> new IllegalStateException("no business day " + day));
    }

    /// Closes a day that is closing and stores its totals.
    ///
    /// Call it under the day's exclusive lock, and when no statement is missing: while the lock is
    /// held nothing is booked on the day, and statements and parked days are only added.
    ///
    /// @param at when it is closed, business time
    /// @param realTime when this close ends, by the clock that cannot be set
    /// @return whether the day is closed now
    @Transactional
    public boolean close(Standing closed, Instant at, Instant realTime) {
        return days.close(
                        closed.day().date(),
                        closed.orders(),
                        closed.statements(),
                        closed.contentHash().orElseThrow(),
                        at,
                        realTime)
                == 1;
    }

    /// Updates the totals of a closed day after a late statement, under the day's exclusive lock.
    @Transactional
    public void closeAgain(Standing closed) {
        days.closeAgain(
                closed.day().date(),
                closed.orders(),
                closed.statements(),
                closed.contentHash().orElseThrow());
    }

    /// Marks a closed day as complete; its totals do not change.
    @Transactional
    public void markComplete(BusinessDay day) {
        days.markComplete(day.date());
    }

    /// Closed days that are not known to be complete.
    @ReadOnly
    public List<BusinessDay> notKnownComplete() {
        return days.notKnownComplete().stream().map(row -> new BusinessDay(row.day())).toList();
    }
}
