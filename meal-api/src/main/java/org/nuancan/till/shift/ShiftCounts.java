package org.nuancan.till.shift;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.till.shift.ShiftBooks.Shift;

/// Reads the till's own count of a shift from its orders and from the report of the shift before.
@Singleton
final class ShiftCounts {

    private record Numbered(long number, Optional<String> shiftId, Instant at) {

        private static Numbered read(Row row) throws SQLException {
            return new Numbered(
                    row.number("sequence"), row.maybeText("shift_id"), row.instant("happened_at"));
        }

        private boolean isOf(Shift shift) {
            return shiftId.map(shift.shiftId()::equals)
                    .orElse(!at.isBefore(shift.from()) && at.isBefore(shift.to()));
        }
    }

    /// How far back the previous shift is searched: after a longer pause the count starts anew.
    private static final Duration LONGEST_PAUSE = Duration.ofDays(31);

    /// The till's own numbers in the shift and around it.
    ShiftNumbers of(Connection connection, Shift shift) throws SQLException {
        var before = before(connection, shift);
        var since = since(shift, before);
        var own = new ArrayList<Long>();
        var others = new HashSet<Long>();
        var lastBefore = before.map(Shift::lastSequence).orElse(ShiftNumbers.NONE);
        for (var one : numbered(connection, shift, since)) {
            if (one.isOf(shift)) {
                own.add(one.number());
            } else if (!one.at().isBefore(since) && one.at().isBefore(shift.to())) {
                others.add(one.number());
                if (before.isPresent() && one.isOf(before.get())) {
                    lastBefore = Math.max(lastBefore, one.number());
                }
            }
        }
        return new ShiftNumbers(own, shift.lastSequence(), others, lastBefore);
    }

    private static Instant since(Shift shift, Optional<Shift> before) {
        var since = before.map(Shift::from).filter(shift.from()::isAfter).orElse(shift.from());
        var earliest = shift.to().minus(LONGEST_PAUSE.multipliedBy(2));
        return since.isBefore(earliest) ? earliest : since;
    }

    /// Orders of the till with a number: those of its site and days, which an index finds, and
    /// those that name the shift.
    private static Collection<Numbered> numbered(Connection connection, Shift shift, Instant since)
            throws SQLException {
        var byOrder = new HashMap<Long, Numbered>();
        Sql.on(
                        connection,
                        """
                        select order_id, sequence, shift_id, happened_at
                          from meal_order
                         where service_date in (??) and site_id = ? and terminal = ?
                           and sequence is not null
                        """)
                .withAll(day(since).datesUntil(day(shift.to()).plusDays(1)).toList())
                .with(shift.siteId(), shift.terminal())
                .forEach(row -> byOrder.put(row.number("order_id"), Numbered.read(row)));
        Sql.on(
                        connection,
                        """
                        select order_id, sequence, shift_id, happened_at
                          from meal_order
                         where terminal = ? and shift_id = ? and sequence is not null
                        """)
                .with(shift.terminal(), shift.shiftId())
                .forEach(row -> byOrder.put(row.number("order_id"), Numbered.read(row)));
        return byOrder.values();
    }

    private static LocalDate day(Instant at) {
        return BusinessDay.of(at).date();
    }

    private static Optional<Shift> before(Connection connection, Shift shift) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select terminal, site_id, shift_id, from_at, to_at, last_sequence
                          from shift_report
                         where terminal = ? and shift_id <> ? and from_at <= ? and from_at > ?
                           and to_at <= ?
                         order by from_at desc, to_at desc, report_id desc
                         limit 1
                        """)
                .with(shift.terminal(), shift.shiftId(), shift.from())
                .with(shift.from().minus(LONGEST_PAUSE), shift.to())
                .first(ShiftBooks::shift);
    }
}
