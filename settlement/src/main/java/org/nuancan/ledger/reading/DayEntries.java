package org.nuancan.ledger.reading;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalRowMapper;

/// Reads the entries of a provider's day for a statement's readers: page by page, or of one order.
///
/// The SQL is hand-written: a row is a posting with its journal, as [JournalRowMapper] reads it.
@Singleton
public final class DayEntries {

    // The order is that of the clustered index, so no sort is needed.
    private static final String OF_DAY =
            """
            select straight_join
                   p.journal_id, p.line, p.provider_id, p.account_kind, p.account_owner, p.fen,
                   p.policy_code, p.policy_version, p.policy_side, p.reason, p.mirrors,
                   j.kind, j.cause_kind, j.cause_id, j.order_id, j.site_id, j.district_code,
                   j.paying_district, j.service_date, j.booking_date, j.happened_at, j.refusals
              from posting p
              join journal j on j.journal_id = p.journal_id
             where p.booking_date = ? and p.provider_id = ?
               and p.journal_id in (??)
             order by p.journal_id, p.line
            """;

    private final Transactions transactions;

    DayEntries(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The entries after a journal, in order of journal id.
    ///
    /// @param sites limits the result to these sites; empty for all
    /// @param after the id of the last journal of the page before; 0 for the first page
    /// @param limit maximum number of entries
    public List<Entry> page(
            BusinessDay day, long providerId, Optional<List<Long>> sites, long after, int limit) {
        return transactions.reading(connection -> {
            var journals =
                    sites.isPresent()
                            ? journals(connection, day, providerId, sites.get(), after, limit)
                            : journals(connection, day, providerId, after, limit);
            return entries(connection, day, providerId, journals);
        });
    }

    /// The entries of an order.
    public List<Entry> ofOrder(BusinessDay day, long providerId, long orderId) {
        return transactions.reading(connection -> {
            var journals =
                    Sql.on(connection, "select journal_id from journal where order_id = ?")
                            .with(orderId)
                            .list(row -> row.number("journal_id"));
            return entries(connection, day, providerId, journals);
        });
    }

    private static List<Long> journals(
            Connection connection, BusinessDay day, long providerId, long after, int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select distinct journal_id
                          from posting
                         where booking_date = ? and provider_id = ? and journal_id > ?
                         order by journal_id
                         limit ?
                        """)
                .with(day.date(), providerId, after, limit)
                .list(row -> row.number("journal_id"));
    }

    private static List<Long> journals(
            Connection connection,
            BusinessDay day,
            long providerId,
            Collection<Long> siteIds,
            long after,
            int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select distinct p.journal_id
                          from posting p
                          join journal j on j.journal_id = p.journal_id
                         where p.booking_date = ? and p.provider_id = ? and p.journal_id > ?
                           and j.site_id in (??)
                         order by p.journal_id
                         limit ?
                        """)
                .with(day.date(), providerId, after)
                .withAll(siteIds)
                .with(limit)
                .list(row -> row.number("journal_id"));
    }

    private static List<Entry> entries(
            Connection connection, BusinessDay day, long providerId, Collection<Long> journalIds)
            throws SQLException {
        var gathering = new Gathering();
        Sql.on(connection, OF_DAY)
                .with(day.date(), providerId)
                .withAll(journalIds)
                .forEach(gathering::take);
        return gathering.finish();
    }

    /// Groups the rows by journal; the rows of a journal come one after another.
    private static final class Gathering {

        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Entry head;
        private List<Entry.Line> lines = new ArrayList<>();

        void take(Row row) throws SQLException {
            var current = head;
            if (current == null || current.journalId() != row.number("journal_id")) {
                end();
                head = JournalRowMapper.entry(row);
            }
            lines.add(new Entry.Line(row.integer("line"), JournalRowMapper.posting(row)));
        }

        private void end() {
            var done = head;
            if (done != null) {
                entries.add(done.with(lines));
                lines = new ArrayList<>();
            }
        }

        List<Entry> finish() {
            end();
            head = null;
            return List.copyOf(entries);
        }
    }
}
