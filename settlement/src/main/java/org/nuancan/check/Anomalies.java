package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Reads the findings of the checks and stores the verdicts of officers.
@Singleton
public final class Anomalies {

    /// An officer's verdict.
    public enum Verdict {
        /// The line is correct.
        GENUINE,
        /// The grants of the line are recovered.
        RECOVER
    }

    /// Conditions of a list; an empty field does not filter.
    ///
    /// @param open true: without a verdict; false: with one
    public record Filter(
            Optional<String> districtCode,
            Optional<String> streetCode,
            Optional<CheckCode> code,
            Optional<Boolean> open,
            Optional<Long> statementId) {}

    private static final String COLUMNS =
            """
            select anomaly_id, code, severity, district_code, street_code, provider_id, site_id,
                   service_date, order_id, statement_id, journal_id, facts, found_at, held,
                   verdict, reason, resolved_by, resolved_at
              from anomaly
            """;

    private static final String LISTED =
            """
             where anomaly_id < ?
               and (? is null or district_code = ?)
               and (? is null or street_code = ?)
               and (? is null or code = ?)
               and (? is null or (verdict is null) = ?)
               and (? is null or statement_id = ?)
             order by anomaly_id desc
             limit ?
            """;

    private final Transactions transactions;

    Anomalies(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Finds an anomaly by its id.
    public Optional<Anomaly> find(long anomalyId) {
        return transactions.reading(connection ->
                Sql.on(connection, COLUMNS + " where anomaly_id = ?")
                        .with(anomalyId)
                        .first(Anomalies::read));
    }

    /// Anomalies in descending order of their ids, starting below `before`.
    public List<Anomaly> list(Filter filter, long before, int limit) {
        var district = filter.districtCode().orElse(null);
        var street = filter.streetCode().orElse(null);
        var code = filter.code().orElse(null);
        var open = filter.open().orElse(null);
        var statement = filter.statementId().orElse(null);
        return transactions.reading(connection ->
                Sql.on(connection, COLUMNS + LISTED)
                        .with(before, district, district, street, street, code, code, open, open)
                        .with(statement, statement, limit)
                        .list(Anomalies::read));
    }

    /// The given statements that have a finding without a verdict; such a statement is not clean.
    public Set<Long> statementsWithOpen(Collection<Long> statementIds) {
        List<Long> found =
                transactions.reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select distinct statement_id
                                          from anomaly
                                         where statement_id in (??) and verdict is null
                                        """)
                                .withAll(statementIds)
                                .list(row -> row.number("statement_id")));
        return Set.copyOf(found);
    }

    /// Whether another finding keeps the same line on hold. Locks all findings about the line, so
    /// that of two concurrent verdicts the second reads the first.
    public boolean anotherHolds(Anomaly anomaly) {
        if (anomaly.line().isEmpty()) {
            return false;
        }
        return transactions.inOne(connection ->
                Sql.on(
                                connection,
                                """
                                select anomaly_id, held, verdict
                                  from anomaly
                                 where statement_id = ? and journal_id = ?
                                 order by anomaly_id
                                   for update
                                """)
                        .with(anomaly.line().get().statementId(), anomaly.line().get().journalId())
                        .list(row ->
                                row.number("anomaly_id") != anomaly.anomalyId()
                                        && row.flag("held")
                                        && row.maybeText("verdict").isEmpty())
                        .contains(true));
    }

    /// Stores an officer's verdict.
    ///
    /// @return whether the anomaly had no verdict before
    public boolean resolve(long anomalyId, Verdict verdict, String reason, String by, Instant at) {
        return transactions.inOne(connection ->
                Sql.on(
                                connection,
                                """
                                update anomaly
                                   set verdict = ?, reason = ?, resolved_by = ?,
                                       resolved_at = ?
                                 where anomaly_id = ? and verdict is null
                                """)
                        .with(verdict, reason, by, at, anomalyId)
                        .run())
                == 1;
    }

    private static Anomaly read(Row row) throws SQLException {
        var journal = row.maybeNumber("journal_id");
        var statement = row.maybeNumber("statement_id");
        return new Anomaly(
                row.number("anomaly_id"),
                row.name("code", CheckCode.class),
                row.name("severity", Severity.class),
                FoundAt.read(row),
                row.maybeNumber("order_id"),
                statement,
                journal.flatMap(line -> statement.map(id -> new Anomaly.Line(id, line))),
                row.text("facts"),
                row.instant("found_at"),
                row.flag("held"),
                resolution(row));
    }

    private static Optional<Anomaly.Resolution> resolution(Row row) throws SQLException {
        var verdict = row.maybeText("verdict");
        return verdict.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Anomaly.Resolution(
                                Verdict.valueOf(verdict.get()),
                                row.text("reason"),
                                row.text("resolved_by"),
                                row.instant("resolved_at")));
    }
}
