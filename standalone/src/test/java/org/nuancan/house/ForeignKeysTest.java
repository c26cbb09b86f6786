package org.nuancan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.engine.SourceFolder;
import org.nuancan.engine.TestDatabase;
import org.nuancan.house.ForeignKeys.Reference;

/// Foreign keys follow decision 0250, and every table and column has a comment.
class ForeignKeysTest {

    /// Capabilities, and one table, that write in the transaction of a sale or an order, are
    /// append-only, or are written every few seconds.
    private static final Set<String> WITHOUT =
            Set.of(
                    "audit",
                    "check",
                    "delivery_position",
                    "event",
                    "http",
                    "ledger",
                    "menu",
                    "ordering",
                    "sale",
                    "till");

    /// - `delivery_order_photo.order_id`: an order of `ordering`; a photo may come before its
    ///   proof.
    /// - `payment_result.answer_id`: the progress of a file is deleted, its lines stay.
    private static final Set<String> LOOSE =
            Set.of("delivery_order_photo.order_id", "payment_result.answer_id");

    private static TestDatabase database;
    private static ForeignKeys keys;
    private static SqlOfPackages packages;

    @BeforeAll
    static void read() throws SQLException {
        database = TestDatabase.fresh();
        keys = ForeignKeys.of(database);
        packages =
                SqlOfPackages.read(
                        SourceFolder.find(),
                        Set.of("db", "settlement", "meal-api"),
                        Schema.of(database).tables().keySet());
    }

    @Test
    void foreign_keys_are_within_a_capability_and_off_the_hot_path() {
        assertThat(keys.references()).isNotEmpty();
        assertThat(keys.faults(ForeignKeysTest::capability, WITHOUT, LOOSE)).isEmpty();
    }

    @Test
    void a_schema_that_breaks_the_rule_is_found() {
        var owners = Map.of("run_id", Set.of("run"), "card_id", Set.of("card"));
        var uses = Map.of("run_id", Set.of("run_stop", "sale"), "card_id", Set.of("card_state"));
        var wrong =
                new ForeignKeys(
                        List.of(
                                new Reference("stop_card", "run_stop", "card_id", "card"),
                                new Reference("sale_of_sale_run", "sale", "run_id", "sale_run")),
                        owners,
                        uses);

        assertThat(wrong.faults(table -> table.replaceFirst("_.*", ""), Set.of("sale"), Set.of()))
                .containsExactlyInAnyOrder(
                        "stop_card references a table of another capability",
                        "stop_card is not named child_of_parent",
                        "sale_of_sale_run: sale has no foreign keys",
                        "run_stop.run_id references nothing",
                        "card_state.card_id references nothing");
    }

    @Test
    void every_table_and_column_has_a_comment() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            assertThat(
                            Sql.on(
                                            connection,
                                            """
                                            select table_name as name from information_schema.tables
                                             where table_schema = database() and table_comment = ''
                                               and table_name <> 'flyway_schema_history'
                                            union all
                                            select concat(table_name, '.', column_name)
                                              from information_schema.columns
                                             where table_schema = database() and column_comment = ''
                                               and table_name <> 'flyway_schema_history'
                                            """)
                                    .list(row -> row.text("name")))
                    .isEmpty();
        }
    }

    /// The package that writes a table, without the packages within it.
    private static String capability(String table) {
        return packages.writersOf(table).replaceFirst("\\..*", "");
    }
}
