package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.nuancan.close.AfterClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the checks on the meals of closed statements and then marks the statements `CHECKED`; runs
/// them again on an elder's meals when a fact about the elder was reported late.
///
/// A second run, or a run on two nodes, adds nothing twice: each finding is stored once and each
/// line is held once.
@Singleton
public final class PlatformChecks implements AfterClose {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformChecks.class);

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

    /// Runs all waiting checks. If one check fails, it stays waiting and the others run.
    ///
    /// @throws DatabaseFailure a temporary failure: the next run does the rest
    public void run() {
        keeping.prepare();
        transactions
                .reading(PlatformChecks::unchecked)
                .forEach(waiting -> alone(waiting, this::check));
        transactions
                .reading(PlatformChecks::toLookAtAgain)
                .forEach(waiting -> alone(waiting, this::again));
    }

    private static <T> void alone(T item, Consumer<T> work) {
        try {
            work.accept(item);
        } catch (RuntimeException failure) {
            if (DatabaseFailure.from(failure).filter(DatabaseFailure::isPassing).isPresent()) {
                throw failure;
            }
            LOG.error("the checks of {} failed and are tried again", item, failure);
        }
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

    /// Marks only those statements as checked that existed before the checks read the meals: the
    /// close may add others of the same day at the same time.
    private void check(DayOfDistrict checked) {
        var statements =
                transactions.reading(
                        connection -> unchecked(connection, checked.day(), checked.district()));
        var parameters =
                transactions.reading(
                        connection -> Parameters.of(connection, checked.district(), checked.day()));
        var scope = Scope.ofDay(checked.day(), checked.district(), parameters);
        for (var check : checks) {
            var findings = transactions.inOne(connection -> check.find(connection, scope));
            keeping.keep(findings, checked.day(), parameters.severity(check.code()));
        }
        keeping.checked(statements);
    }

    private static List<Long> unchecked(Connection connection, LocalDate day, String district)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id
                          from statement
                         where state = 'CALCULATED' and district_code = ? and statement_date = ?
                         order by statement_id
                        """)
                .with(district, day)
                .list(row -> row.number("statement_id"));
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

    private void again(Again again) {
        var today = BusinessDay.today(clock).date();
        for (var check : checks) {
            if (check.looksAgain()) {
                lookAgain(check, again, today);
            }
        }
        // Reports that arrived in the meantime wait for the next run.
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        delete from check_again
                                         where elder_id = ? and asked_at = ?
                                        """)
                                .with(again.elderId(), again.askedAt())
                                .run());
    }

    private void lookAgain(Check check, Again again, LocalDate today) {
        var anywhere = transactions.reading(connection -> Parameters.of(connection, "", today));
        var scope = Scope.ofElder(again.elderId(), again.from(), today, anywhere);
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
