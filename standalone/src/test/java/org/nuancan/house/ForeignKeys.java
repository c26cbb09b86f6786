package org.nuancan.house;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.nuancan.db.Sql;
import org.nuancan.engine.TestDatabase;

/// The foreign keys of a schema, and the ids that could have one.
///
/// @param references all foreign keys
/// @param owners of each id (a column that ends in `_id` and is a whole primary key) its tables
/// @param uses of each such column the tables that have it besides their own whole primary key
record ForeignKeys(
        List<Reference> references,
        Map<String, Set<String>> owners,
        Map<String, Set<String>> uses) {

    /// @param child the table that has the foreign key
    /// @param column of the child
    /// @param parent the table that it references
    record Reference(String name, String child, String column, String parent) {}

    /// Reads a migrated schema.
    static ForeignKeys of(TestDatabase database) throws SQLException {
        var owners = new TreeMap<String, Set<String>>();
        var uses = new TreeMap<String, Set<String>>();
        try (var connection = database.dataSource().getConnection()) {
            Sql.on(
                            connection,
                            """
                            select table_name as table_name, min(column_name) as column_name
                              from information_schema.statistics
                             where table_schema = database() and index_name = 'PRIMARY'
                             group by table_name
                            having count(*) = 1 and min(column_name) like '%\\_id'
                            """)
                    .forEach(row -> add(owners, row.text("column_name"), row.text("table_name")));
            Sql.on(
                            connection,
                            """
                            select table_name as table_name, column_name as column_name
                              from information_schema.columns
                             where table_schema = database() and column_name like '%\\_id'
                            """)
                    .forEach(row -> add(uses, row.text("column_name"), row.text("table_name")));
            uses.keySet().retainAll(owners.keySet());
            uses.forEach(
                    (column, tables) -> tables.removeAll(owners.getOrDefault(column, Set.of())));
            var references =
                    Sql.on(
                                    connection,
                                    """
                                    select constraint_name as name, table_name as child,
                                           column_name as column_name,
                                           referenced_table_name as parent
                                      from information_schema.key_column_usage
                                     where constraint_schema = database()
                                       and referenced_table_name is not null
                                    """)
                            .list(row ->
                                    new Reference(
                                            row.text("name"),
                                            row.text("child"),
                                            row.text("column_name"),
                                            row.text("parent")));
            return new ForeignKeys(references, owners, uses);
        }
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
    }

    /// The violations of decision 0250.
    ///
    /// @param capability the package that writes a table
    /// @param without capabilities and tables that have no foreign keys
    /// @param loose columns, as `table.column`, that name an id without referencing it
    List<String> faults(UnaryOperator<String> capability, Set<String> without, Set<String> loose) {
        var faults = new ArrayList<String>();
        for (var one : references) {
            if (!capability.apply(one.child).equals(capability.apply(one.parent))) {
                faults.add("%s references a table of another capability".formatted(one.name));
            }
            if (without.contains(one.child) || without.contains(capability.apply(one.child))) {
                faults.add("%s: %s has no foreign keys".formatted(one.name, one.child));
            }
            if (!one.name.equals(one.child + "_of_" + one.parent)) {
                faults.add("%s is not named child_of_parent".formatted(one.name));
            }
        }
        uses.forEach((column, children) -> {
            for (var child : children) {
                var owner = capability.apply(child);
                if (!without.contains(child)
                        && !without.contains(owner)
                        && !loose.contains(child + "." + column)
                        && owners.getOrDefault(column, Set.of()).stream()
                                .anyMatch(parent -> capability.apply(parent).equals(owner))
                        && references.stream().noneMatch(one -> isOf(one, child, column))) {
                    faults.add("%s.%s references nothing".formatted(child, column));
                }
            }
        });
        return List.copyOf(faults);
    }

    private static boolean isOf(Reference one, String child, String column) {
        return one.child.equals(child) && one.column.equals(column);
    }
}
