package org.nuancan.ledger.reading;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalRowMapper;

/// Reads the books for statements: by provider and day, in order of journal id.
///
/// The SQL is hand-written, since a close reads all postings of a day.
@Singleton
public final class Entries {

    private static final String POSTINGS =
            """
            select journal_id, line, provider_id, account_kind, account_owner, fen, policy_code,
                   policy_version, policy_side, reason, mirrors
              from posting
             where booking_date = ? and provider_id = ? and journal_id > ?
             order by journal_id, line
             limit ?
            """;

    private static final String HEADS =
            """
            select journal_id, kind, cause_kind, cause_id, order_id, site_id, district_code,
                   paying_district, service_date, booking_date, happened_at, refusals
              from journal
             where journal_id in (??)
             order by journal_id
            """;

    /// Large enough that the time of a round trip is small, and small enough that many pages fit
    /// into memory.
    private static final int POSTINGS_A_PAGE = 5_000;

    private final int page;

    Entries() {
        this(POSTINGS_A_PAGE);
    }

    /// For tests with small pages.
    Entries(int page) {
        this.page = page;
    }

    /// Passes all entries of a provider's day to the taker, with one page in memory.
    ///
    /// Postings are read in order of the clustered index, and their journals by key: a join would
    /// look up and send each journal once per posting, which is most of the work of a close.
    public void each(Connection connection, BusinessDay day, long providerId, Entry.Taker taker)
            throws SQLException {
        var after = Long.MIN_VALUE;
        var limit = page;
        while (true) {
            var lines =
                    Sql.on(connection, POSTINGS)
                            .with(day.date(), providerId, after, limit)
                            .list(Read::of);
            var isLast = lines.size() < limit;
            var whole = isLast ? lines : upToLastJournal(lines);
            if (whole.isEmpty() && !isLast) {
                // A journal that is longer than a page.
                limit = Math.multiplyExact(limit, 2);
                continue;
            }
            pass(connection, whole, taker);
            if (isLast) {
                return;
            }
            after = whole.getLast().journalId;
        }
    }

    /// A posting with the id of its journal.
    private record Read(long journalId, Entry.Line line) {

        private static Read of(Row row) throws SQLException {
            return new Read(
                    row.number("journal_id"),
                    new Entry.Line(row.integer("line"), JournalRowMapper.posting(row)));
        }
    }

    /// Removes the last journal of the page, which may be incomplete.
    private static List<Read> upToLastJournal(List<Read> lines) {
        var cut = lines.getLast().journalId;
        var end = lines.size();
        while (end > 0 && lines.get(end - 1).journalId == cut) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static void pass(Connection connection, List<Read> lines, Entry.Taker taker)
            throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        var heads = heads(connection, lines);
        var from = 0;
        for (var head : heads) {
            var to = from;
            while (to < lines.size() && lines.get(to).journalId == head.journalId()) {
                to++;
            }
            taker.take(head.with(lines.subList(from, to).stream().map(Read::line).toList()));
            from = to;
        }
        if (from < lines.size()) {
            throw new IllegalStateException(
                    "postings without their journal: " + lines.get(from).journalId);
        }
    }

    private static List<Entry> heads(Connection connection, List<Read> lines) throws SQLException {
        var ids = lines.stream().map(Read::journalId).distinct().toList();
        return Sql.on(connection, HEADS).withAll(ids).list(JournalRowMapper::entry);
    }

    /// The providers with postings for a statement of a day, in order of their ids.
    ///
    /// Reads the index provider by provider: a `distinct` would read all postings of the day.
    public List<Long> providers(Connection connection, BusinessDay day) throws SQLException {
        var providers = new ArrayList<Long>();
        for (var next = providerAfter(connection, day, 0);
                next.isPresent();
                next = providerAfter(connection, day, next.get())) {
            providers.add(next.get());
        }
        return List.copyOf(providers);
    }

    private static Optional<Long> providerAfter(Connection connection, BusinessDay day, long after)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select min(provider_id) as provider_id
                          from posting
                         where booking_date = ? and provider_id > ?
                        """)
                .with(day.date(), after)
                .one(row -> row.maybeNumber("provider_id"));
    }

    /// Number of orders captured on a day.
    public long meals(Connection connection, BusinessDay day) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select count(*) as meals
                          from journal
                         where booking_date = ? and kind = 'MEAL'
                        """)
                .with(day.date())
                .one(row -> row.number("meals"));
    }
}
