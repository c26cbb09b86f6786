package org.nuancan.check;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.check.FindingStore.Placed;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.review.Holds;
import org.nuancan.review.Review;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// Stores findings: a note alone, a hold together with the withholding of its line.
@Singleton
final class Keeping {

    private static final int AT_ONCE = 200;
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final FindingStore rows;
    private final Holds holds;
    private final Review review;

    Keeping(Transactions transactions, FindingStore rows, Holds holds, Review review) {
        this.transactions = transactions;
        this.rows = rows;
        this.holds = holds;
        this.review = review;
    }

    /// Prepares the booking day; call it before transactions that withhold lines.
    void prepare() {
        holds.prepare();
    }

    /// @param findings of one check
    /// @param booking the day whose statements patterns belong to
    void keep(List<Finding> findings, LocalDate booking, Severity severity) {
        if (findings.isEmpty()) {
            return;
        }
        if (severity == Severity.NOTE) {
            note(findings, booking);
        } else {
            transactions
                    .reading(connection -> rows.news(connection, findings, booking))
                    .forEach(this::hold);
        }
    }

    private void note(List<Finding> findings, LocalDate booking) {
        var kept = false;
        for (var tries = 0; tries < TRIES && !kept; tries++) {
            kept =
                    onlyOnce(connection -> {
                        var news = rows.news(connection, findings, booking);
                        rows.insert(connection, news, Severity.NOTE, false);
                        return news;
                    });
        }
    }

    private void hold(Placed placed) {
        // If it was not kept now, another node has put the line on hold.
        var _ =
                onlyOnce(connection -> {
                    var held = isHeld(placed);
                    rows.insert(connection, List.of(placed), Severity.HOLD, held);
                    return held;
                });
    }

    /// Runs work that another node may have done at the same time.
    ///
    /// @return whether it was done now
    private <T> boolean onlyOnce(Transactions.Work<T> work) {
        try {
            var _ = transactions.inOne(work);
            return true;
        } catch (DatabaseFailure failure) {
            if (failure.kind() != DatabaseFailure.Kind.DUPLICATE
                    || !failure.concerns("anomaly_found_once")) {
                throw failure;
            }
            return false;
        }
    }

    /// Whether the line is on hold now. A line that is in payment or paid, or without claims of
    /// payers, is only reported to the officers.
    private boolean isHeld(Placed placed) {
        if (placed.statementId().isEmpty() || placed.journalId().isEmpty()) {
            return false;
        }
        var line =
                new Holds.Line(
                        Review.Seen.any(placed.statementId().get()), placed.journalId().get());
        var outcome =
                holds.hold(
                        holds.lockDay(), line, Reviewer.PLATFORM, placed.finding().code().name());
        return switch (outcome) {
            case Outcome.Done _, Outcome.HeldAlready() -> true;
            case Outcome.WrongState _, Outcome.NothingGranted() -> false;
            case Outcome.Recovered _,
                    Outcome.NotHere(),
                    Outcome.Stale(),
                    Outcome.SecondPerson _,
                    Outcome.Disputed(),
                    Outcome.DisputedAlready(),
                    Outcome.StreetHasReviewed(),
                    Outcome.NotHeld() ->
                    throw new IllegalStateException(
                            "line %s was not put on hold: %s".formatted(line, outcome));
        };
    }

    /// Marks these statements as checked.
    void checked(List<Long> statementIds) {
        for (var from = 0; from < statementIds.size(); from += AT_ONCE) {
            var some = statementIds.subList(from, Math.min(statementIds.size(), from + AT_ONCE));
            var _ =
                    transactions.inOne(_ -> {
                        review.checked(some);
                        return some;
                    });
        }
    }
}
