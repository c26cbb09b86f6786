package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.close.parked.Parked;
import org.nuancan.close.parked.ParkedDays;
import org.nuancan.close.retention.OldStatements;
import org.nuancan.close.statement.StatementAnchorRepository;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.day.BusinessDays;
import org.nuancan.ledger.day.ClosingDays;
import org.nuancan.ledger.day.DayState;
import org.nuancan.ledger.reading.Entries;
import org.nuancan.retention.RetentionMarks;

/// Finds providers that have postings for a statement on a day and no statement.
@Singleton
public final class MissingStatements {

    /// A provider's day without its statement.
    ///
    /// @param parked the cause, if the provider is parked on the day
    public record Missing(long providerId, BusinessDay day, Optional<Parked.Cause> parked) {}

    /// Number of closed days before the day of the close that each close checks again, even if they
    /// were complete when they were closed.
    private static final int WEEK = 7;

    private final Entries entries;
    private final Days days;
    private final ParkedDays parked;
    private final StatementRepository statements;
    private final StatementAnchorRepository anchors;

    /// The business days, the days not known to be complete, and the retention marks.
    @Singleton
    record Days(BusinessDays onRecord, ClosingDays closing, RetentionMarks marks) {}

    MissingStatements(
            Entries entries,
            Days days,
            ParkedDays parked,
            StatementRepository statements,
            StatementAnchorRepository anchors) {
        this.entries = entries;
        this.days = days;
        this.parked = parked;
        this.statements = statements;
        this.anchors = anchors;
    }

    /// The missing statements of a day, in order of the providers.
    ///
    /// A provider whose statement was deleted by retention has an anchor of that day or a later one
    /// and is not missing.
    public List<Missing> of(Connection connection, BusinessDay day) throws SQLException {
        var left = new HashSet<>(entries.providers(connection, day));
        left.removeAll(new HashSet<>(statements.providersOn(day.date())));
        if (left.isEmpty()) {
            return List.of();
        }
        left.removeAll(gone(day));
        var causes = new HashMap<Long, Parked.Cause>();
        parked.of(day).forEach(parkedDay -> causes.put(parkedDay.providerId(), parkedDay.cause()));
        return left.stream()
                .sorted()
                .map(provider ->
                        new Missing(provider, day, Optional.ofNullable(causes.get(provider))))
                .toList();
    }

    private Set<Long> gone(BusinessDay day) {
        return partlyGone().filter(day::isBefore).isPresent()
                ? new HashSet<>(anchors.providersFrom(day.date()))
                : Set.of();
    }

    /// The day before which statements may be deleted.
    private Optional<BusinessDay> partlyGone() {
        return days.marks().before(OldStatements.KIND).map(BusinessDay::new);
    }

    /// The closed days that a close of `day` checks, oldest first: the day, those of the week
    /// before, and all days not known to be complete. Days that retention may have deleted in part
    /// are left out, except `day`.
    List<BusinessDay> daysToLookAt(BusinessDay day) {
        var week = new BusinessDay(day.date().minusDays(WEEK));
        var found = new HashSet<>(days.closing().notKnownComplete());
        days.onRecord().between(week, day).stream()
                .filter(businessDay -> businessDay.state() == DayState.CLOSED)
                .map(BusinessDays.Standing::day)
                .forEach(found::add);
        var partlyGone = partlyGone();
        return found.stream()
                .filter(closed ->
                        closed.equals(day) || partlyGone.filter(closed::isBefore).isEmpty())
                .sorted()
                .toList();
    }
}
