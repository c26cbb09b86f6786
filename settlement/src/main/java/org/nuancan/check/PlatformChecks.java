package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.close.AfterClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Runs the checks: over the meals of statements that were closed, which are `CHECKED` then, and
/// again over an elder's meals when something about the elder was reported late.
///
/// Run twice, or by two nodes, it finds nothing twice: a finding is kept once, a line is held once.
@Singleton
public final class PlatformChecks implements AfterClose {

    private record DayOfDistrict(LocalDate day, String district) {}

    private record Again(long elderId, LocalDate from, Instant askedAt) {}

    private final Transactions transactions;
    private final List<Check> checks;
    private final Keeping keeping;
    private final Clock clock;

    PlatformChecks(Transactions transactions, List<Check> checks, Keeping keeping, Clock clock) {
        this.transactions = transactions;
        this.checks = List.copyOf(checks);
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public void closed() {
        run();
    }

    /// Looks at everything that waits for it.
    public void run() {
        keeping.prepare();
        transactions.reading(PlatformChecks::unchecked).forEach(this::check);
        transactions.reading(PlatformChecks::toLookAtAgain).forEach(this::again);
    }

    private static List<DayOfDistrict> unchecked(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select distinct statement_date, district_code
                          from statement
                         where state = 'CALCULATED'
                         order by statement_date, district_code
                        """)
                .list(row ->
                        new DayOfDistrict(row.date("statement_date"), row.text("district_code")));
    }

    private void check(DayOfDistrict one) {
        var parameters =
                transactions.reading(
                        connection -> Parameters.of(connection, one.district(), one.day()));
        var scope = Scope.ofDay(one.day(), one.district(), parameters);
        for (var check : checks) {
            var findings = transactions.inOne(connection -> check.find(connection, scope));
            keeping.keep(findings, one.day(), parameters.severity(check.code()));
        }
        keeping.checked(one.day(), one.district());
    }

    private static List<Again> toLookAtAgain(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select elder_id, from_date, asked_at
                          from check_again
                         order by elder_id
                         limit 1000
                        """)
                .list(row ->
                        new Again(
                                row.number("elder_id"),
                                row.date("from_date"),
                                row.instant("asked_at")));
    }

    private void again(Again one) {
        var today = BusinessDay.today(clock).date();
        for (var check : checks) {
            if (check.looksAgain()) {
                lookAgain(check, one, today);
            }
        }
        // What was told in the meantime waits for the next turn.
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        delete from check_again
                                         where elder_id = ? and asked_at = ?
                                        """)
                                .with(one.elderId(), one.askedAt())
                                .run());
    }

    private void lookAgain(Check check, Again one, LocalDate today) {
        var anywhere = transactions.reading(connection -> Parameters.of(connection, "", today));
        var scope = Scope.ofElder(one.elderId(), one.from(), today, anywhere);
        var findings = transactions.inOne(connection -> check.find(connection, scope));
        for (var finding : findings) {
            var severity =
                    transactions.reading(connection ->
                            Parameters.of(connection, finding.at().district(), today)
                                    .severity(check.code()));
            keeping.keep(List.of(finding), today, severity);
        }
    }
}
