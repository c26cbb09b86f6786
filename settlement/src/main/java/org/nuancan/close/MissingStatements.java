package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.ledger.BookingDays;
import org.nuancan.ledger.ClosingDays;
import org.nuancan.ledger.DayState;
import org.nuancan.ledger.Entries;

/// Finds providers that have postings for a statement on a day and no statement.
@Singleton
final class MissingStatements {

    /// A provider's day without its statement.
    ///
    /// @param parked the cause, if the provider is parked on the day
    record Missing(long providerId, BusinessDay day, Optional<Parked.Cause> parked) {}

    /// Closed days before this one that each close looks at, though they were complete when they
    /// were closed.
    private static final int WEEK = 7;

    private final Entries entries;
    private final BookingDays days;
    private final ClosingDays closing;
    private final ParkedDays parked;

    MissingStatements(Entries entries, BookingDays days, ClosingDays closing, ParkedDays parked) {
        this.entries = entries;
        this.days = days;
        this.closing = closing;
        this.parked = parked;
    }

    /// Those of a day, in order of the providers.
    ///
    /// A statement that retention let go left an anchor of its day or a later one behind.
    List<Missing> of(Connection connection, BusinessDay day) throws SQLException {
        var left = new HashSet<>(entries.providers(connection, day));
        left.removeAll(stated(connection, day));
        if (left.isEmpty()) {
            return List.of();
        }
        left.removeAll(gone(connection, day));
        var causes = new HashMap<Long, Parked.Cause>();
        parked.of(day).forEach(one -> causes.put(one.providerId(), one.cause()));
        return left.stream()
                .sorted()
                .map(provider ->
                        new Missing(provider, day, Optional.ofNullable(causes.get(provider))))
                .toList();
    }

    private static Set<Long> stated(Connection connection, BusinessDay day) throws SQLException {
        return new HashSet<>(
                Sql.on(connection, "select provider_id from statement where statement_date = ?")
                        .with(day.date())
                        .list(row -> row.number("provider_id")));
    }

    private static Set<Long> gone(Connection connection, BusinessDay day) throws SQLException {
        return new HashSet<>(
                Sql.on(
                                connection,
                                """
                                select distinct a.provider_id
                                  from retention_mark m
                                  join statement_anchor a on a.statement_date >= ?
                                 where m.kind = 'statements' and m.before_date > ?
                                """)
                        .with(day.date(), day.date())
                        .list(row -> row.number("provider_id")));
    }

    /// The closed days that a close of `day` looks at: the day, those of a week before, and all of
    /// which it is not known that they are complete, oldest first. Days that retention may have let
    /// go in part are left out, but for `day`.
    List<BusinessDay> daysToLookAt(Connection connection, BusinessDay day) throws SQLException {
        var week = new BusinessDay(day.date().minusDays(WEEK));
        var found = new HashSet<>(closing.notKnownComplete(connection));
        days.between(connection, week, day).stream()
                .filter(one -> one.state() == DayState.CLOSED)
                .map(BookingDays.Standing::day)
                .forEach(found::add);
        var partlyGone =
                Sql.on(
                                connection,
                                "select before_date from retention_mark where kind = 'statements'")
                        .first(row -> new BusinessDay(row.date("before_date")));
        return found.stream()
                .filter(one -> one.equals(day) || partlyGone.filter(one::isBefore).isEmpty())
                .sorted()
                .toList();
    }
}
