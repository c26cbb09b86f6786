package org.nuancan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.close.command.CloseCommand;
import org.nuancan.db.Migrate;
import org.nuancan.db.Sql;
import org.nuancan.engine.TestDatabase;

/// A database of each version, with a demo day in it, is migrated to this build's schema. Closed
/// days keep their hashes, and `verify` computes the same hashes again.
class UpgradeTest {

    /// @param last the last migration of that version
    @ParameterizedTest
    @CsvSource({"0.2.0, 026"})
    void a_database_of_an_earlier_version_keeps_its_books(String version, String last)
            throws SQLException, IOException {
        var database = TestDatabase.migrated(last);
        try (var connection = database.dataSource().getConnection()) {
            Dump.load(connection, Dump.of(version));
        }
        var before = hashes(database);

        var _ = Migrate.migrate(database.jdbcUrl(), database.user(), database.password());

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(hashes(database)).isEqualTo(before);
        assertThat(verify(database))
                .contains("\"differentStatements\":0")
                .doesNotContain("\"statements\":0");
    }

    private static List<String> hashes(TestDatabase database) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return Sql.on(
                            connection,
                            """
                            select concat(day, ' ', state, ' ', content_hash) as line
                              from business_day where content_hash is not null
                            union all
                            select concat(statement_id, ' ', state, ' ', version, ' ', content_hash)
                              from statement
                             order by 1
                            """)
                    .list(row -> row.text("line"));
        }
    }

    /// The output line of `verify`.
    private static String verify(TestDatabase database) throws SQLException {
        var day = closedDay(database);
        var shown = new StringWriter();
        var faults = new StringWriter();
        var command =
                CloseCommand.command(new HashMap<>(database.properties()))
                        .setOut(new PrintWriter(shown, true))
                        .setErr(new PrintWriter(faults, true));

        var exit = command.execute("verify", "--from", day, "--to", day);

        assertThat(faults.toString()).isEmpty();
        assertThat(exit).isZero();
        return shown.toString();
    }

    private static String closedDay(TestDatabase database) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return Sql.on(
                            connection,
                            """
                            select cast(min(day) as char) as day from business_day
                             where state = 'CLOSED' and orders > 0
                            """)
                    .one(row -> row.text("day"));
        }
    }
}
