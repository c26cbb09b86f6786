package org.nuancan.bench.city;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Migrate;

/// A schema that holds a city. It is made once and used by later measurements, each of which begins
/// by emptying what sales write.
///
/// @param server a MySQL or MariaDB server, ending with a slash
/// @param schema named by size; what is not there is made
/// @param user who may create schemas
/// @param password of the user
public record CityDatabase(String server, String schema, String user, String password) {

    /// What every connection of every contestant is opened with.
    public static final String OPTIONS =
            "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true"
                    + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    /// What a sale writes.
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

    /// The schema as a driver opens it.
    public String url() {
        return server + schema + OPTIONS;
    }

    /// A connection of its own.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    /// Makes what is not there.
    ///
    /// @param fresh whether to begin anew in any case
    /// @return whether the city was made now
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

    /// The mark is set last.
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

    /// Forgets every sale; triggers keep journals from being deleted, not tables from being made
    /// anew.
    public void forgetSales() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            // A table that another one points at is not emptied otherwise, be there rows or not.
            statement.execute("set foreign_key_checks = 0");
            for (var table : SOLD) {
                statement.execute("truncate table " + table);
            }
            statement.execute("drop table if exists textbook_limit_use");
        }
    }

    /// How many rows sales have written, table by table, those of limits and days left out.
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
