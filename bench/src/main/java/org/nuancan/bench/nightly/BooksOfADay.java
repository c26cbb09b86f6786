package org.nuancan.bench.nightly;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Migrate;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.RefusalReason;

/// A schema with the books of one busy day. It is created once; later measurements undo what the
/// close wrote.
///
/// @param server a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param orders number of orders of the day
/// @param providers number of providers that share the orders
public record BooksOfADay(String server, int orders, int providers) {

    private static final String OPTIONS =
            "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true"
                    + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    /// A day in the past, whenever the measurement runs.
    public static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));

    private static final int POSTED_AT_MOST = 20_000;
    private static final int IN_ONE_TRANSACTION = 2_000;

    /// The URL of the schema for a driver.
    public String url() {
        return server + schema() + OPTIONS;
    }

    private String schema() {
        return "nuancan_bench_close_%d_%d".formatted(orders, providers);
    }

    /// Opens a new connection.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "root", "");
    }

    /// Creates the books if they are missing, and reopens the day.
    ///
    /// @param fresh whether to create them anew
    public void prepare(boolean fresh) throws SQLException {
        var anew = fresh || !isWhole();
        if (anew) {
            try (var connection = DriverManager.getConnection(server + OPTIONS, "root", "")) {
                run(connection, "drop database if exists " + schema());
                run(connection, "create database " + schema() + " character set utf8mb4");
            }
        }
        var _ = Migrate.migrate(url(), "root", "");
        if (anew) {
            try (var connection = connect()) {
                run(
                        connection,
                        "insert into business_day (day, state) values ('%s', 'OPEN')"
                                .formatted(DAY));
                book(connection);
                run(connection, "create table bench_whole (id int not null, primary key (id))");
            }
        }
        reopen();
    }

    private boolean isWhole() throws SQLException {
        try (var connection = DriverManager.getConnection(server + OPTIONS, "root", "");
                var statement =
                        connection.prepareStatement(
                                """
                                select 1 from information_schema.tables
                                where table_schema = ? and table_name = 'bench_whole'
                                """)) {
            statement.setString(1, schema());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Books some orders through the ledger, then copies them with SQL.
    private void book(Connection connection) throws SQLException {
        var posted = Math.min(orders, POSTED_AT_MOST);
        connection.setAutoCommit(false);
        var ledger = new Ledger();
        for (var from = 0; from < posted; from += IN_ONE_TRANSACTION) {
            ledger.post(connection, journals(from, Math.min(posted, from + IN_ONE_TRANSACTION)));
            connection.commit();
        }
        for (var have = posted; have < orders; have += posted) {
            copy(connection, have, Math.min(posted, orders - have));
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void copy(Connection connection, int by, int first) throws SQLException {
        run(
                connection,
                """
                insert into journal
                    (journal_id, kind, cause_kind, cause_id, order_id, site_id, district_code,
                     paying_district, service_date, booking_date, happened_at, refusals)
                select journal_id + %1$d, kind, cause_kind, cause_id + %1$d, order_id + %1$d,
                       site_id, district_code, paying_district, service_date, booking_date,
                       happened_at, refusals
                from journal where journal_id <= %2$d
                """
                        .formatted(by, first));
        run(
                connection,
                """
                insert into posting
                    (booking_date, provider_id, journal_id, line, account_kind, account_owner, fen,
                     policy_code, policy_version, policy_side, reason, mirrors, district_code,
                     paying_district)
                select booking_date, provider_id, journal_id + %1$d, line, account_kind,
                       account_owner, fen, policy_code, policy_version, policy_side, reason,
                       mirrors, district_code, paying_district
                from posting where journal_id <= %2$d
                """
                        .formatted(by, first));
    }

    /// Undoes a close.
    public void reopen() throws SQLException {
        try (var connection = connect()) {
            Reopening.allow(connection);
            Reopening.of(connection, DAY);
        }
    }

    private List<Journal> journals(int from, int to) {
        var journals = new ArrayList<Journal>();
        for (var order = from; order < to; order++) {
            var provider = 1 + order % providers;
            var at = DAY.begins().plusSeconds(11 * 3600).plusMillis(order);
            journals.add(
                    new Journal(
                            order + 1L,
                            JournalKind.MEAL,
                            Cause.order(order + 1L),
                            Subject.order(order + 1L, provider, "110105", "110105"),
                            new Dates(DAY, DAY, at),
                            List.of(new Refusal("BJ-OTHER", 1, RefusalReason.WHO)),
                            MealPostings.of(provider, lunch(order))));
        }
        return journals;
    }

    /// An order of 18.00 and a few fen that differ from order to order; two payers and a flow
    /// subsidy.
    private static Sold lunch(int order) {
        var gross = 1800 + order % 700;
        return new Sold(
                Fen.of(gross),
                List.of(
                        grant("BJ-DINER", Side.DINER, part("11", 250), part("110105", 250)),
                        grant("BJ-FLOW", Side.PROVIDER, part("11", 300))),
                List.of(
                        new Taken(
                                order % 3 == 0 ? TenderType.ALLOWANCE : TenderType.CASH,
                                Fen.of(gross - 500))),
                Fen.ZERO,
                Fen.ZERO);
    }

    private static Grant grant(String code, Side side, FundingPart... parts) {
        var fen = Fen.sum(List.of(parts).stream().map(FundingPart::fen).toList());
        return new Grant(code, 1, side, fen, List.of(parts));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
