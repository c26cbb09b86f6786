package org.nuancan.upgrade;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nuancan.db.Sql;

/// The rows of a database as SQL text, without its tables: a file in `dumps` of the test resources.
///
/// Repeatable migrations fill the reference data, which is left out. Of elders only those who ate
/// Of the elders it contains only those who ate, and no audit entries about elders that wait for
/// their chain. It contains `flyway_schema_history`, so that the checksums of its migrations are
/// compared with the files.
final class Dump {

    private static final Set<String> REFERENCE_DATA =
            Set.of("calendar_day", "check_parameter", "division");

    private static final String ATE =
            "elder_id in (select elder_id from meal_order where elder_id is not null union"
                    + " select elder_id from preorder union select elder_id from elder_code)";

    private static final String WAITS =
            "area = 'ELDER' and entry_id in (select entry_id from audit_pending)";

    private static final Map<String, String> FILTERS =
            Map.ofEntries(
                    Map.entry("elder", ATE),
                    Map.entry("elder_standing", ATE),
                    Map.entry("elder_category", ATE),
                    Map.entry("elder_stay", ATE),
                    Map.entry("elder_status", ATE),
                    Map.entry("elder_change", ATE),
                    Map.entry("card", ATE),
                    Map.entry(
                            "card_state",
                            "card_id in (select card_id from card where " + ATE + ")"),
                    Map.entry("audit_entry", "not (" + WAITS + ")"),
                    Map.entry(
                            "audit_pending",
                            "entry_id not in (select entry_id from audit_entry where "
                                    + WAITS
                                    + ")"),
                    Map.entry("card_fact", ATE),
                    Map.entry("death_fact", ATE),
                    Map.entry("stay_fact", ATE));

    private Dump() {}

    private record Column(String name, String type) {

        /// An expression that gives the value as SQL.
        String sql() {
            var text =
                    switch (type.toLowerCase(Locale.ROOT)) {
                        case "binary", "varbinary", "blob", "mediumblob" ->
                                "concat('x''', hex(`%s`), '''')";
                        case "bigint", "int", "smallint", "tinyint" -> "`%s`";
                        default -> "replace(quote(`%s`), '\\n', '\\\\n')";
                    };
            return "if(`%1$s` is null, 'null', %2$s)".formatted(name, text.formatted(name));
        }
    }

    /// All rows as statements, each of which ends with `;` at the end of a line.
    static String write(Connection connection) throws SQLException {
        var text = new StringBuilder();
        for (var table : tables(connection)) {
            if (!REFERENCE_DATA.contains(table)) {
                text.append(rows(connection, table));
            }
        }
        return text.toString();
    }

    /// Replaces the rows that the migrations made by the rows of a dump.
    static void load(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute("set foreign_key_checks = 0");
            for (var one : text.split(";\n", 0)) {
                var _ = statement.execute(one);
            }
            var _ = statement.execute("set foreign_key_checks = 1");
        }
    }

    /// The dump of a version.
    static String of(String version) throws IOException {
        try (InputStream file = Dump.class.getResourceAsStream("/dumps/" + version + ".sql")) {
            return new String(
                    Objects.requireNonNull(file, "no dump of " + version).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select table_name as name from information_schema.tables
                         where table_schema = database() and table_type = 'BASE TABLE'
                         order by table_name
                        """)
                .list(row -> row.text("name"));
    }

    private static String rows(Connection connection, String table) throws SQLException {
        var columns =
                Sql.on(
                                connection,
                                """
                                select column_name as name, data_type as type
                                  from information_schema.columns
                                 where table_schema = database() and table_name = ?
                                 order by ordinal_position
                                """)
                        .with(table)
                        .list(row -> new Column(row.text("name"), row.text("type")));
        var query =
                "select concat('(', %s, ')') as line from `%s` where %s order by 1"
                        .formatted(
                                columns.stream().map(Column::sql).collect(joining(", ', ', ")),
                                table,
                                FILTERS.getOrDefault(table, "true"));
        var lines = Sql.on(connection, query).list(row -> row.text("line"));
        var emptied = "delete from `%s`;\n".formatted(table);
        if (lines.isEmpty()) {
            return emptied;
        }
        var names = columns.stream().map(one -> "`" + one.name + "`").collect(joining(", "));
        return emptied
                + "insert into `%s` (%s) values\n".formatted(table, names)
                + String.join(",\n", lines)
                + ";\n";
    }
}
