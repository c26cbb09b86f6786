package org.nuancan.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

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

    private static String value(TestDatabase database, String question) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
