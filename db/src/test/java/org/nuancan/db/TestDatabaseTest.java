package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.engine.TestDatabase;

class TestDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestDatabase MIGRATED = TestDatabase.migrated();

    @Test
    void every_schema_is_migrated_and_its_own() throws SQLException {
        var other = TestDatabase.fresh();

        assertThat(other.jdbcUrl()).isNotEqualTo(DATABASE.jdbcUrl());
        assertThat(value(other, "select count(*) > 0 from flyway_schema_history")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "select @@character_set_server, utf8mb4",
        "select @@session.time_zone, +00:00",
        "select @@sql_mode like '%STRICT_TRANS_TABLES%', 1",
        "select @@character_set_connection, utf8mb4",
    })
    void the_server_is_set_as_production_is(String question, String answer) throws SQLException {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        assertThat(value(DATABASE, question)).isEqualTo(answer);
    }

    @Test
    void the_settings_are_those_of_an_application() {
        assertThat(DATABASE.properties())
                .containsEntry("datasources.default.url", DATABASE.jdbcUrl())
                .containsEntry("flyway.datasources.default.enabled", "false")
                .containsKey("redis.uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select table_name, column_name, ordinal_position, column_type, is_nullable,"
                        + " column_default, extra, collation_name, column_comment"
                        + " from information_schema.columns where table_schema = database()",
                "select table_name, index_name, seq_in_index, column_name, non_unique"
                        + " from information_schema.statistics where table_schema = database()",
                "select table_name, constraint_name, constraint_type"
                        + " from information_schema.table_constraints"
                        + " where table_schema = database()",
                "select constraint_name, table_name, referenced_table_name, delete_rule"
                        + " from information_schema.referential_constraints"
                        + " where constraint_schema = database()",
                "select constraint_name, check_clause"
                        + " from information_schema.check_constraints"
                        + " where constraint_schema = database()",
                "select trigger_name, event_object_table, event_manipulation, action_timing,"
                        + " action_statement from information_schema.triggers"
                        + " where trigger_schema = database()",
                "select * from division",
                "select * from calendar_day",
            })
    void a_copied_schema_is_as_the_migrations_made_it(String question) throws SQLException {
        assertThat(rows(DATABASE, question))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(rows(MIGRATED, question));
    }

    private static List<String> rows(TestDatabase database, String question) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(question)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var row = new StringBuilder();
                for (var at = 1; at <= found.getMetaData().getColumnCount(); at++) {
                    row.append(found.getString(at)).append(" | ");
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static String value(TestDatabase database, String question) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
