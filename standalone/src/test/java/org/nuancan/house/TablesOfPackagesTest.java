package org.nuancan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.engine.SourceFolder;
import org.nuancan.engine.TestDatabase;

/// Each table is written by one package. SQL and mapped records of other packages name it only if
/// their package-info declares this.
class TablesOfPackagesTest {

    /// Filled by repeatable migrations, or Flyway's own.
    private static final Set<String> REFERENCE_DATA =
            Set.of("calendar_day", "division", "flyway_schema_history");

    /// Packages whose SQL reads tables of others: the checks, comparisons and verifications, which
    /// read a whole day in one query; the records that belong to a caller; and sums that are read
    /// with orders. Other packages call the package that writes the table.
    private static final Set<String> READERS =
            Set.of("access", "check", "place", "receipt", "reconcile", "sale", "till");

    private static Set<String> tables;
    private static SqlOfPackages packages;

    @BeforeAll
    static void read() throws SQLException {
        tables = new TreeSet<>(Schema.of(TestDatabase.fresh()).tables().keySet());
        packages =
                SqlOfPackages.read(
                        SourceFolder.find(), Set.of("db", "settlement", "meal-api"), tables);
    }

    @Test
    void every_table_has_one_package_that_writes_it() {
        var owned = new TreeSet<>(tables);
        owned.removeAll(REFERENCE_DATA);

        assertThat(owned)
                .allSatisfy(table ->
                        assertThat(packages.writersOf(table))
                                .as("the packages that say they write " + table)
                                .matches("[a-z.]+"));
    }

    @Test
    void a_package_names_its_own_tables_and_those_that_it_says_it_reads() {
        var faults = new ArrayList<String>();
        packages.named()
                .forEach((name, named) -> {
                    var declared =
                            packages.declared()
                                    .getOrDefault(
                                            name, new SqlOfPackages.Declared(Set.of(), Set.of()));
                    for (var table : named) {
                        if (!declared.writes().contains(table)
                                && !declared.reads().contains(table)) {
                            faults.add(
                                    "%s names %s of %s"
                                            .formatted(name, table, packages.writersOf(table)));
                        }
                    }
                });

        assertThat(faults).isEmpty();
    }

    @Test
    void no_other_package_reads_tables_of_others() {
        var readers = new TreeSet<String>();
        packages.declared()
                .forEach((name, declared) -> {
                    var foreign = new TreeSet<>(declared.reads());
                    foreign.removeAll(declared.writes());
                    foreign.removeAll(REFERENCE_DATA);
                    if (!foreign.isEmpty()) {
                        readers.add(name);
                    }
                });

        assertThat(readers).isEqualTo(READERS);
    }

    @Test
    void a_package_declares_no_table_that_it_does_not_read() {
        var faults = new ArrayList<String>();
        packages.declared()
                .forEach((name, declared) -> {
                    for (var table : declared.reads()) {
                        if (!packages.named().getOrDefault(name, Set.of()).contains(table)) {
                            faults.add("%s does not read %s".formatted(name, table));
                        }
                    }
                });

        assertThat(faults).isEmpty();
    }

    @Test
    void names_of_tables_are_found_in_sql_and_in_mapped_records() {
        assertThat(
                        SqlOfPackages.named(
                                """
                                // select * from comment_only
                                @MappedEntity("dish") record Dish() {}
                                String one = "update site set name = ?";
                                String two = \"""
                                    select a.x from provider p, journal j
                                      join posting o on o.id = j.id
                                    \""";
                                """))
                .contains("dish", "site", "provider", "journal", "posting")
                .doesNotContain("comment_only");
    }

    @Test
    void declared_tables_are_read_from_the_bullet_of_the_package() {
        var declared =
                SqlOfPackages.declared(
                        """
                        /// - Writes `dish`, `menu`; counts through `order`; reads `site.division`
                        ///   and `journal`.
                        /// - Uses `provider`.
                        package x;
                        """,
                        Set.of("dish", "menu", "order", "site", "journal", "provider"));

        assertThat(declared.writes()).containsExactly("dish", "menu");
        assertThat(declared.reads()).containsExactly("journal", "site");
    }
}
