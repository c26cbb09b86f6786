package org.nuancan.close.verification;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.close.DayFooting;
import org.nuancan.close.MissingStatements;
import org.nuancan.close.MissingStatements.Missing;
import org.nuancan.close.retention.OldStatements;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.day.BusinessDays;
import org.nuancan.ledger.day.BusinessDays.Standing;
import org.nuancan.ledger.day.DayState;
import org.nuancan.retention.RetentionMarks;

/// Checks that closed days are complete: each provider with postings for a statement has the
/// statement, and the sums and hash kept for a day match its statements.
@Singleton
final class ClosedDays implements Provable {

    private final Transactions transactions;
    private final BusinessDays days;
    private final RetentionMarks marks;
    private final DayFooting footing;
    private final MissingStatements missing;

    ClosedDays(
            Transactions transactions,
            BusinessDays days,
            RetentionMarks marks,
            DayFooting footing,
            MissingStatements missing) {
        this.transactions = transactions;
        this.days = days;
        this.marks = marks;
        this.footing = footing;
        this.missing = missing;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        var known =
                days.between(from, to).stream()
                        .filter(day -> day.state() != DayState.OPEN)
                        .toList();
        var faults = new ArrayList<String>();
        for (var day : known) {
            transactions
                    .snapshot(connection -> missing.of(connection, day.day()))
                    .forEach(found -> faults.add(text(found, day.state())));
            if (day.state() == DayState.CLOSED) {
                transactions.snapshot(connection -> fault(connection, day)).ifPresent(faults::add);
            }
        }
        return new Shown("days", known.size(), faults);
    }

    private static String text(Missing missing, DayState state) {
        var why =
                missing.parked()
                        .map(cause -> "the provider is parked: " + cause)
                        .orElseGet(() ->
                                state == DayState.CLOSED
                                        ? "close the day again to make it"
                                        : "the close of the day has not ended");
        return "provider %d has journals on %s and no statement; %s"
                .formatted(missing.providerId(), missing.day(), why);
    }

    private Optional<String> fault(Connection connection, Standing kept) throws SQLException {
        if (isPartlyGone(kept.day())) {
            return Optional.empty();
        }
        var now = footing.of(connection, kept.day());
        return now.equals(kept)
                ? Optional.empty()
                : Optional.of(
                        "day %s: kept %s, its statements come to %s"
                                .formatted(kept.day(), words(kept), words(now)));
    }

    private static String words(Standing standing) {
        return "%d orders, %d statements, %s"
                .formatted(
                        standing.orders(),
                        standing.statements(),
                        standing.contentHash().orElse("no hash"));
    }

    /// Whether some records of the day may be deleted already: the day is before a retention mark.
    private boolean isPartlyGone(BusinessDay day) {
        return Stream.of(OldStatements.KIND, "journals")
                .flatMap(kind -> marks.before(kind).stream())
                .anyMatch(before -> day.date().isBefore(before));
    }
}
