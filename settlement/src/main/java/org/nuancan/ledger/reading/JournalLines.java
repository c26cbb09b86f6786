package org.nuancan.ledger.reading;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.JournalRowMapper;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.money.Fen;

/// Reads all bookings of some days, posting by posting, for exports.
///
/// The SQL is hand-written, since it streams the postings of whole days.
@Singleton
public final class JournalLines {

    private static final String OF_DAY =
            """
            select p.journal_id, p.line, p.provider_id, p.account_kind, p.account_owner, p.fen,
                   p.policy_code, p.policy_version, p.policy_side, p.reason, p.mirrors, j.kind,
                   j.cause_kind, j.cause_id, j.order_id, j.site_id, j.district_code,
                   j.paying_district, j.service_date, j.booking_date, j.happened_at
              from posting p
              join journal j on j.journal_id = p.journal_id
             where p.booking_date = ? and (? is null or p.paying_district = ?)
             order by p.journal_id, p.line
            """;

    /// A posting with its journal's header.
    ///
    /// @param number position in the journal, from 1
    public record Line(
            long journalId,
            JournalKind kind,
            Cause cause,
            Subject subject,
            Dates dates,
            int number,
            Posting posting) {}

    /// The days and the district of an export.
    ///
    /// @param from the first day
    /// @param through the last day
    /// @param district limits the export to the books of one district
    public record Extent(BusinessDay from, BusinessDay through, Optional<String> district) {}

    /// Control totals of an export.
    ///
    /// @param debits the sum of all positive postings
    public record Control(long journals, long postings, Fen debits) {}

    private final Transactions transactions;

    JournalLines(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Computes the control totals.
    public Control control(Extent extent) {
        var district = extent.district().orElse(null);
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select count(distinct journal_id) as journals,
                                       count(*) as postings,
                                       coalesce(sum(if(fen > 0, fen, 0)), 0) as debits
                                  from posting
                                 where booking_date between ? and ?
                                   and (? is null or paying_district = ?)
                                """)
                        .with(extent.from().date(), extent.through().date(), district, district)
                        .one(row ->
                                new Control(
                                        row.number("journals"),
                                        row.number("postings"),
                                        Fen.of(row.number("debits")))));
    }

    /// Passes the postings to the taker day by day, in order of journal and line, without keeping
    /// them. The taker must not read from the database.
    public void each(Extent extent, Consumer<Line> taker) {
        for (var day = extent.from();
                !day.date().isAfter(extent.through().date());
                day = day.next()) {
            ofDay(day, extent.district().orElse(null), taker);
        }
    }

    private void ofDay(BusinessDay day, @Nullable String district, Consumer<Line> taker) {
        var _ =
                transactions.reading(connection -> {
                    Sql.on(connection, OF_DAY)
                            .with(day.date(), district, district)
                            .each(row -> taker.accept(line(row)));
                    return day;
                });
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.number("journal_id"),
                row.name("kind", JournalKind.class),
                JournalRowMapper.cause(row),
                JournalRowMapper.subject(row),
                JournalRowMapper.dates(row),
                row.integer("line"),
                JournalRowMapper.posting(row));
    }
}
