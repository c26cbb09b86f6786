package org.nuancan.till.shift;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.till.TillSite;

/// Stores the totals of tills by shift.
@Singleton
final class ShiftReports {

    private static final int MOST_MISSING = 500;

    private final ShiftCounts counts;
    private final Ids ids;
    private final Clock clock;

    ShiftReports(ShiftCounts counts, Ids ids, Clock clock) {
        this.counts = counts;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException `SHIFT_REPORTED` if the shift is on file
    ShiftReportAnswer file(Connection connection, TillSite till, ShiftReportBody body)
            throws SQLException {
        if (isOnFile(connection, till, body)) {
            throw ProblemException.of(ProblemCode.SHIFT_REPORTED);
        }
        var reportId = ids.next();
        insert(connection, reportId, till, body);
        return new ShiftReportAnswer(new Id(reportId), missing(connection, till, body));
    }

    private static boolean isOnFile(Connection connection, TillSite till, ShiftReportBody body)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select report_id from shift_report where terminal = ? and shift_id = ?")
                .with(till.terminal(), body.shiftId())
                .exists();
    }

    private void insert(Connection connection, long reportId, TillSite till, ShiftReportBody body)
            throws SQLException {
        Batch.into(
                        "shift_report",
                        "report_id",
                        "terminal",
                        "site_id",
                        "shift_id",
                        "from_at",
                        "to_at",
                        "count",
                        "last_sequence",
                        "gross_fen",
                        "reported_at")
                .row(
                        reportId,
                        till.terminal(),
                        till.site().siteId(),
                        body.shiftId(),
                        body.from().toInstant(),
                        body.to().toInstant(),
                        body.count(),
                        body.lastSequence(),
                        body.grossFen(),
                        clock.instant())
                .write(connection);
        var tenders = Batch.into("shift_report_tender", "report_id", "type", "fen");
        body.tenders().forEach(one -> tenders.row(reportId, one.type(), one.amountFen()));
        tenders.write(connection);
    }

    private List<Long> missing(Connection connection, TillSite till, ShiftReportBody body)
            throws SQLException {
        var last = body.lastSequence();
        var shift =
                new ShiftBooks.Shift(
                        till.terminal(),
                        till.site().siteId(),
                        body.shiftId(),
                        body.from().toInstant(),
                        body.to().toInstant(),
                        last == null ? ShiftNumbers.NONE : last);
        return counts.of(connection, shift).missing().limit(MOST_MISSING).boxed().toList();
    }
}
