package org.nuancan.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A migrated schema that is the source of copies: a copy takes a fraction of the time of all
/// migrations.
///
/// A copy has the same tables, keys, constraints, triggers and rows. `create table … like` is not
/// used, since it leaves out foreign keys.
final class SchemaTemplate {

    private final String schema;
    private final List<String> tables;
    private final List<String> filled;
    private final List<String> triggers;

    private SchemaTemplate(
            String schema, List<String> tables, List<String> filled, List<String> triggers) {
        this.schema = schema;
        this.tables = tables;
        this.filled = filled;
        this.triggers = triggers;
    }

    /// Reads the statements that recreate a migrated schema.
    ///
    /// @param schema of the connection
    static SchemaTemplate read(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            var names =
                    column(
                            statement,
                            "select table_name from information_schema.tables where table_schema ="
                                    + " database() and table_type = 'BASE TABLE' order by 1",
                            1);
            var tables = new ArrayList<String>();
            var filled = new ArrayList<String>();
            for (var name : names) {
                tables.addAll(column(statement, "show create table `" + name + "`", 2));
                if (!column(statement, "select 1 from `" + name + "` limit 1", 1).isEmpty()) {
                    filled.add(name);
                }
            }
            var triggers = new ArrayList<String>();
            for (var name :
                    column(
                            statement,
                            "select trigger_name from information_schema.triggers where"
                                    + " trigger_schema = database() order by action_order, 1",
                            1)) {
                triggers.addAll(column(statement, "show create trigger `" + name + "`", 3));
            }
            return new SchemaTemplate(schema, tables, filled, triggers);
        }
    }

    /// Copies the template into the connection's schema, which is empty.
    void copyTo(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // A table may refer to a table that comes later in the alphabet.
            run(statement, "set foreign_key_checks = 0");
            for (var table : tables) {
                run(statement, table);
            }
            for (var name : filled) {
                run(
                        statement,
                        "insert into `%1$s` select * from `%2$s`.`%1$s`".formatted(name, schema));
            }
            // Triggers are created after the rows, since they refuse some changes.
            for (var trigger : triggers) {
                run(statement, trigger);
            }
            run(statement, "set foreign_key_checks = 1");
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        var _ = statement.execute(sql);
    }

    private static List<String> column(Statement statement, String query, int column)
            throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(column));
            }
            return List.copyOf(found);
        }
    }
}
