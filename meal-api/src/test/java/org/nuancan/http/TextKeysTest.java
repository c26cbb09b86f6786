package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Java and the database must agree which texts are the same. Both databases overlook blanks at the
/// end when they compare, and all collations but the binary ones overlook more. So a text in a key
/// is ASCII compared by its bytes, which only identifiers without such blanks reach, or its column
/// forbids a blank at the end.
class TextKeysTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    private record Key(String table, String column, String collation) {

        boolean isBinaryAscii() {
            return collation.equals("ascii_bin");
        }

        String constraint() {
            return table + "_" + column + "_ends_visibly";
        }
    }

    @Test
    void a_text_in_a_key_is_compared_as_java_does() {
        var keys = keys();
        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(keys)
                .filteredOn(key -> !key.isBinaryAscii())
                .allSatisfy(key -> {
                    assertThat(key.collation()).as(key.toString()).isEqualTo("utf8mb4_bin");
                    assertThat(clause(key))
                            .as(key.toString())
                            .contains(key.column(), "not", "like", "% ");
                });
    }

    private static List<Key> keys() {
        return SERVER.bean(Transactions.class)
                .inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select distinct c.table_name as in_table, c.column_name as in_column,
                                               c.collation_name as collated
                                          from information_schema.columns c
                                          join information_schema.key_column_usage k
                                            on k.table_schema = c.table_schema
                                           and k.table_name = c.table_name
                                           and k.column_name = c.column_name
                                         where c.table_schema = database()
                                           and c.collation_name is not null
                                           and c.table_name <> 'flyway_schema_history'
                                         order by 1, 2
                                        """)
                                .list(row ->
                                        new Key(
                                                row.text("in_table"),
                                                row.text("in_column"),
                                                row.text("collated"))));
    }

    private static String clause(Key key) {
        return SERVER.bean(Transactions.class).inOne(connection -> clause(connection, key));
    }

    private static String clause(Connection connection, Key key) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select check_clause
                          from information_schema.check_constraints
                         where constraint_schema = database()
                           and constraint_name = ?
                        """)
                .with(key.constraint())
                .first(row -> row.text("check_clause"))
                .orElse("no constraint " + key.constraint());
    }
}
