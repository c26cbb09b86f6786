package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;

/// Writes each finding once, with the line or statement it belongs to.
@Singleton
final class FindingStore {

    private static final int AT_ONCE = 500;

    /// A finding with its statement and line.
    ///
    /// @param statementId the statement of its line; for a pattern, the provider's statement of the
    ///   day
    /// @param journalId its line
    record Placed(Finding finding, Optional<Long> statementId, Optional<Long> journalId) {}

    private record Booked(long orderId, long journalId, Optional<Long> statementId) {}

    private final Ids ids;
    private final Clock clock;

    FindingStore(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// The findings that are not stored yet, with their places. A finding about a line without a
    /// statement is left out: it is found again when the statement exists and the line can be held.
    ///
    /// @param booking the day whose statement a pattern belongs to
    List<Placed> news(Connection connection, List<Finding> findings, LocalDate booking)
            throws SQLException {
        var placed = new ArrayList<Placed>();
        for (var from = 0; from < findings.size(); from += AT_ONCE) {
            var some = findings.subList(from, Math.min(findings.size(), from + AT_ONCE));
            var known = known(connection, some);
            var fresh =
                    some.stream().filter(finding -> !known.contains(finding.subject())).toList();
            var lines = lines(connection, fresh);
            for (var finding : fresh) {
                var line = finding.orderId().map(lines::get);
                if (line.filter(booked -> booked.statementId().isEmpty()).isPresent()) {
                    continue;
                }
                placed.add(
                        new Placed(
                                finding,
                                line.isPresent()
                                        ? line.get().statementId()
                                        : statement(connection, finding, booking),
                                line.map(Booked::journalId)));
            }
        }
        return List.copyOf(placed);
    }

    private static Set<String> known(Connection connection, List<Finding> some)
            throws SQLException {
        return new HashSet<>(
                Sql.on(connection, "select subject from anomaly where code = ? and subject in (??)")
                        .with(some.getFirst().code())
                        .withAll(some.stream().map(Finding::subject).toList())
                        .list(row -> row.text("subject")));
    }

    private static Map<Long, Booked> lines(Connection connection, List<Finding> some)
            throws SQLException {
        var lines = new HashMap<Long, Booked>();
        Sql.on(
                        connection,
                        """
                        select j.order_id, j.journal_id, s.statement_id
                          from meal_fact f
                          join journal j
                            on j.order_id = f.order_id and j.kind in ('MEAL', 'FAILED_MEAL')
                          left join statement s
                            on s.provider_id = f.provider_id
                           and s.statement_date = j.booking_date
                         where f.order_id in (??)
                        """)
                .withAll(some.stream().flatMap(finding -> finding.orderId().stream()).toList())
                .list(row ->
                        new Booked(
                                row.number("order_id"),
                                row.number("journal_id"),
                                row.maybeNumber("statement_id")))
                .forEach(line -> lines.put(line.orderId(), line));
        return lines;
    }

    private static Optional<Long> statement(
            Connection connection, Finding finding, LocalDate booking) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id from statement
                         where provider_id = ? and statement_date = ?
                        """)
                .with(finding.at().providerId(), booking)
                .first(row -> row.number("statement_id"));
    }

    /// @param held whether its line was put on hold
    void insert(Connection connection, List<Placed> some, Severity severity, boolean held)
            throws SQLException {
        var rows = rows();
        var now = clock.instant();
        for (var placed : some) {
            var finding = placed.finding();
            var at = finding.at();
            rows.row(
                    ids.next(),
                    finding.code(),
                    finding.subject(),
                    severity,
                    at.district(),
                    at.street(),
                    at.providerId(),
                    at.siteId(),
                    at.serviceDate(),
                    finding.orderId().orElse(null),
                    placed.statementId().orElse(null),
                    placed.journalId().orElse(null),
                    finding.factText(),
                    now,
                    held);
        }
        rows.write(connection);
    }

    private static Batch rows() {
        return Batch.into(
                "anomaly",
                "anomaly_id",
                "code",
                "subject",
                "severity",
                "district_code",
                "street_code",
                "provider_id",
                "site_id",
                "service_date",
                "order_id",
                "statement_id",
                "journal_id",
                "facts",
                "found_at",
                "held");
    }
}
