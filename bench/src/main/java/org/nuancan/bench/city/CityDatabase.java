package org.nuancan.bench.city;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Migrate;

/// A schema with a city. It is created once; each later measurement first empties the tables that
/// sales write.
///
/// @param server a MySQL or MariaDB server, ending with a slash
/// @param schema named by size; created if missing
/// @param user with the right to create schemas
/// @param password of the user
public record CityDatabase(String server, String schema, String user, String password) {

    /// The connection options of every contestant.
    public static final String OPTIONS =
            "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true"
                    + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    /// The tables that a sale writes.
    private static final List<String> SOLD =
            List.of(
                    "meal_order",
                    "order_item",
                    "order_tender",
                    "order_grant",
                    "journal",
                    "posting",
                    "meal_fact",
                    "idempotency_key",
                    "tender_reference",
                    "limit_quota",
                    "limit_counter",
                    "business_day",
                    "event_outbox",
                    "event_due");

    private static final String MARK = "bench_city";

    /// The URL of the schema for a driver.
    public String url() {
        return server + schema + OPTIONS;
    }

    /// Opens a new connection.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    /// Creates the missing parts.
    ///
    /// @param fresh whether to create everything anew
    /// @return whether the city was created now
    public boolean prepare(City city, boolean fresh) throws SQLException {
        if (fresh || !isWhole()) {
            run(server + OPTIONS, "drop database if exists " + schema);
            run(server + OPTIONS, "create database " + schema + " character set utf8mb4");
            var _ = Migrate.migrate(url(), user, password);
            try (var connection = connect()) {
                city.insert(connection);
            }
            run(url(), "create table " + MARK + " (made datetime(6) not null, primary key (made))");
            return true;
        }
        var _ = Migrate.migrate(url(), user, password);
        return false;
    }

    /// The mark of a complete city is written last.
    private boolean isWhole() throws SQLException {
        try (var connection = DriverManager.getConnection(server + OPTIONS, user, password);
                var statement =
                        connection.prepareStatement(
                                """
                                select 1 from information_schema.tables
                                where table_schema = ? and table_name = ?
                                """)) {
            statement.setString(1, schema);
            statement.setString(2, MARK);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Deletes every sale. Triggers prevent deletes from journals, but not `truncate table`.
    public void forgetSales() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            // A table that a foreign key references cannot be truncated otherwise, even if it is
            // empty.
            statement.execute("set foreign_key_checks = 0");
            for (var table : SOLD) {
                statement.execute("truncate table " + table);
            }
            statement.execute("drop table if exists textbook_limit_use");
        }
    }

    /// The number of rows that sales have written, by table, without the tables of limits and days.
    public List<Long> soldRows() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var counts = new ArrayList<Long>();
            for (var table : SOLD.subList(0, 8)) {
                try (var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.add(rows.getLong(1));
                }
            }
            return List.copyOf(counts);
        }
    }

    private void run(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
