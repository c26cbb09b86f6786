package org.nuancan.ledger;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The books as statements read them: provider by provider, day by day, in order of journal id.
@Singleton
public final class Entries {

    // The order is that of the cluster: nothing is sorted, nothing is held.
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
            """;

    /// Hands over all entries of a provider's day without holding them. The connection does nothing
    /// else meanwhile.
    public void each(Connection connection, BusinessDay day, long providerId, Entry.Taker taker)
            throws SQLException {
        var gathering = new Gathering(taker);
        Sql.on(connection, OF_DAY + " order by p.journal_id, p.line")
                .with(day.date(), providerId)
                .each(gathering::take);
        gathering.end();
    }

    /// The entries of these journals on a provider's day.
    public List<Entry> of(
            Connection connection, BusinessDay day, long providerId, Collection<Long> journalIds)
            throws SQLException {
        var found = new ArrayList<Entry>();
        var gathering = new Gathering(found::add);
        Sql.on(connection, OF_DAY + " and p.journal_id in (??) order by p.journal_id, p.line")
                .with(day.date(), providerId)
                .withAll(journalIds)
                .each(gathering::take);
        gathering.end();
        return found;
    }

    /// The journals with entries on a provider's day behind `after`, at most `limit`.
    public List<Long> journals(
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

    /// The journals about an order, whatever day and provider they stand with.
    public List<Long> journalsOf(Connection connection, long orderId) throws SQLException {
        return Sql.on(connection, "select journal_id from journal where order_id = ?")
                .with(orderId)
                .list(row -> row.number("journal_id"));
    }

    /// As [#journals], of some sites alone.
    public List<Long> journals(
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

    /// The providers with anything to stand on a statement of a day, in order of their ids.
    public List<Long> providers(Connection connection, BusinessDay day) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select distinct provider_id
                          from posting
                         where booking_date = ? and provider_id > 0
                         order by provider_id
                        """)
                .with(day.date())
                .list(row -> row.number("provider_id"));
    }

    /// How many orders were captured on a day.
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

    /// Puts the rows of a journal together; they come one behind the other.
    private static final class Gathering {

        private final Entry.Taker taker;
        private @Nullable Entry head;
        private List<Entry.Line> lines = new ArrayList<>();

        Gathering(Entry.Taker taker) {
            this.taker = taker;
        }

        void take(Row row) throws SQLException {
            var current = head;
            if (current == null || current.journalId() != row.number("journal_id")) {
                end();
                head = entry(row);
            }
            lines.add(new Entry.Line(row.integer("line"), LedgerRows.posting(row)));
        }

        void end() throws SQLException {
            var done = head;
            if (done != null) {
                taker.take(
                        new Entry(
                                done.journalId(),
                                done.kind(),
                                done.cause(),
                                done.subject(),
                                done.dates(),
                                done.refusalText(),
                                lines));
                lines = new ArrayList<>();
                head = null;
            }
        }

        private static Entry entry(Row row) throws SQLException {
            return new Entry(
                    row.number("journal_id"),
                    row.name("kind", JournalKind.class),
                    LedgerRows.cause(row),
                    LedgerRows.subject(row),
                    LedgerRows.dates(row),
                    row.maybeText("refusals"),
                    List.of());
        }
    }
}
