package org.nuancan.till.shift;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Compared;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Compared.Reference;
import org.nuancan.reconcile.Compared.Side;
import org.nuancan.reconcile.Comparison;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Pair;
import org.nuancan.till.pack.OfflineSettings;

/// Compares tills' reports of the shifts that ended on a day with the orders and refunds of those
/// shifts, and checks the till's own count from the previous shift on. Tills without a report are
/// not compared.
@Singleton
final class TillsAgainstOrders implements Comparison {

    private record Report(long reportId, ShiftBooks.Shift shift, long count, Fen gross) {

        private static Report read(Row row) throws SQLException {
            return new Report(
                    row.number("report_id"),
                    ShiftBooks.shift(row),
                    row.number("count"),
                    Fen.of(row.number("gross_fen")));
        }
    }

    private final ShiftBooks books;
    private final ShiftCounts counts;
    private final OfflineSettings settings;

    TillsAgainstOrders(ShiftBooks books, ShiftCounts counts, OfflineSettings settings) {
        this.books = books;
        this.counts = counts;
        this.settings = settings;
    }

    /// How long receipts of the day's last minute may still be uploaded.
    @Override
    public Optional<Instant> openUntil(DayOfDistrict districtDay) {
        return Optional.of(
                new BusinessDay(districtDay.date()).next().begins().plus(settings.longest()));
    }

    @Override
    public Pair pair() {
        return Pair.TILL_ORDERS;
    }

    @Override
    public Compared of(Connection connection, DayOfDistrict districtDay) throws SQLException {
        var differences = new ArrayList<Difference>();
        var left = Side.NONE;
        var right = Side.NONE;
        for (var report : reports(connection, districtDay)) {
            var sold = books.sold(connection, report.shift());
            left = new Side(left.count() + report.count(), left.sum().plus(report.gross()));
            right = new Side(right.count() + sold.count(), right.sum().plus(sold.gross()));
            for (var kind : kinds(connection, report, sold)) {
                differences.add(
                        Difference.of(
                                kind,
                                Reference.Type.SHIFT_REPORT,
                                Long.toString(report.reportId()),
                                report.gross(),
                                sold.gross()));
            }
        }
        return new Compared(pair(), left, right, differences);
    }

    private static Iterable<Report> reports(Connection connection, DayOfDistrict districtDay)
            throws SQLException {
        var day = new BusinessDay(districtDay.date());
        return Sql.on(
                        connection,
                        """
                        select r.report_id, r.terminal, r.site_id, r.shift_id, r.from_at, r.to_at,
                               r.count, r.last_sequence, r.gross_fen
                          from shift_report r
                          join site s on s.site_id = r.site_id
                         where r.to_at >= ? and r.to_at < ? and s.district_code = ?
                         order by r.report_id
                        """)
                .with(day.begins(), day.next().begins(), districtDay.district())
                .list(Report::read);
    }

    private Set<Kind> kinds(Connection connection, Report report, ShiftBooks.Sold sold)
            throws SQLException {
        var kinds = EnumSet.noneOf(Kind.class);
        var shift = report.shift();
        if (!report.gross().equals(sold.gross())
                || !tenders(connection, report).equals(books.taken(connection, shift))) {
            kinds.add(Kind.TILL_TOTAL_DIFFERS);
        }
        if (report.count() != sold.count()) {
            kinds.add(Kind.COUNT_DIFFERS);
        }
        var numbers = counts.of(connection, shift);
        if (numbers.hasGap()) {
            kinds.add(Kind.SEQUENCE_GAP);
        }
        if (numbers.hasTwice()) {
            kinds.add(Kind.SEQUENCE_TWICE);
        }
        return kinds;
    }

    private static Map<String, Fen> tenders(Connection connection, Report report)
            throws SQLException {
        var byType = new TreeMap<String, Fen>();
        Sql.on(
                        connection,
                        """
                        select type, fen from shift_report_tender where report_id = ? and fen <> 0
                        """)
                .with(report.reportId())
                .forEach(row -> byType.put(row.text("type"), Fen.of(row.number("fen"))));
        return byType;
    }
}
