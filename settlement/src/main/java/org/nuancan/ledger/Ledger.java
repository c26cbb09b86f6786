package org.nuancan.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Writes and reads the journals and postings in the database; written ones never change.
@Singleton
public final class Ledger {

    /// Writes journals, with multi-row inserts, in the transaction of the event that they record.
    public void post(Connection connection, List<Journal> journals) throws SQLException {
        for (var batch : rows(journals)) {
            batch.write(connection);
        }
    }

    /// Like [#post(Connection, List)], as part of a combined round trip.
    public void post(RoundTrip trip, List<Journal> journals) {
        rows(journals).forEach(batch -> batch.write(trip));
    }

    private static List<Batch> rows(List<Journal> journals) {
        var heads =
                Batch.into(
                        "journal",
                        "journal_id",
                        "kind",
                        "cause_kind",
                        "cause_id",
                        "order_id",
                        "site_id",
                        "district_code",
                        "paying_district",
                        "service_date",
                        "booking_date",
                        "happened_at",
                        "refusals");
        var lines =
                Batch.into(
                        "posting",
                        "booking_date",
                        "provider_id",
                        "journal_id",
                        "line",
                        "account_kind",
                        "account_owner",
                        "fen",
                        "policy_code",
                        "policy_version",
                        "policy_side",
                        "reason",
                        "mirrors",
                        "district_code",
                        "paying_district");
        for (var journal : journals) {
            addHead(heads, journal);
            addLines(lines, journal);
        }
        return List.of(heads, lines);
    }

    private static void addHead(Batch heads, Journal journal) {
        var subject = journal.subject();
        heads.row(
                journal.id(),
                journal.kind(),
                journal.cause().kind(),
                journal.cause().id(),
                subject.orderId().isPresent() ? subject.orderId().getAsLong() : null,
                subject.siteId().isPresent() ? subject.siteId().getAsLong() : null,
                subject.homeDistrict(),
                subject.payingDistrict(),
                journal.dates().service().date(),
                journal.dates().booking().date(),
                journal.dates().happenedAt(),
                journal.refusals().isEmpty() ? null : RefusalText.write(journal.refusals()));
    }

    private static void addLines(Batch lines, Journal journal) {
        var line = 0;
        for (var posting : journal.postings()) {
            line++;
            lines.row(
                    journal.dates().booking().date(),
                    posting.providerId(),
                    journal.id(),
                    line,
                    posting.account().kind().prefix(),
                    posting.account().owner(),
                    posting.fen().value(),
                    posting.policy().map(PolicyRef::code).orElse(null),
                    posting.policy().map(PolicyRef::version).orElse(null),
                    posting.policy().map(PolicyRef::side).orElse(null),
                    posting.reason().orElse(null),
                    posting.mirrors().isPresent() ? posting.mirrors().getAsInt() : null,
                    journal.subject().homeDistrict(),
                    journal.subject().payingDistrict());
        }
    }

    /// All journals of an order, oldest first, each with its postings in order of their lines.
    public List<Journal> ofOrder(Connection connection, long orderId) throws SQLException {
        var heads =
                Sql.on(
                                connection,
                                """
                                select journal_id, kind, cause_kind, cause_id, order_id, site_id,
                                       district_code, paying_district, service_date, booking_date,
                                       happened_at, refusals
                                  from journal
                                 where order_id = ?
                                 order by journal_id
                                """)
                        .with(orderId)
                        .list(Ledger::journal);
        var postings = postings(connection, heads.stream().map(Journal::id).toList());
        return heads.stream()
                .map(head -> filled(head, postings.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private record Line(long journalId, Posting posting) {}

    private static Map<Long, List<Posting>> postings(Connection connection, List<Long> journalIds)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select journal_id, provider_id, account_kind, account_owner, fen,
                               policy_code, policy_version, policy_side, reason, mirrors
                          from posting
                         where journal_id in (??)
                         order by journal_id, line
                        """)
                .withAll(journalIds)
                .list(row -> new Line(row.number("journal_id"), JournalRowMapper.posting(row)))
                .stream()
                .collect(groupingBy(Line::journalId, mapping(Line::posting, toList())));
    }

    /// Reads a journal's header, without postings.
    private static Journal journal(Row row) throws SQLException {
        return new Journal(
                row.number("journal_id"),
                row.name("kind", JournalKind.class),
                JournalRowMapper.cause(row),
                JournalRowMapper.subject(row),
                JournalRowMapper.dates(row),
                row.maybeText("refusals").map(RefusalText::read).orElse(List.of()),
                List.of());
    }

    private static Journal filled(Journal head, List<Posting> postings) {
        return new Journal(
                head.id(),
                head.kind(),
                head.cause(),
                head.subject(),
                head.dates(),
                head.refusals(),
                postings);
    }
}
