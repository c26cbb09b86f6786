package org.nuancan.house;

import io.micronaut.data.model.PersistentEntityUtils;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nuancan.db.Sql;
import org.nuancan.engine.TestDatabase;

/// The columns of a migrated schema, compared with mapped records.
///
/// @param tables their columns by name
record Schema(Map<String, Map<String, Column>> tables) {

    /// @param mayBeNull whether the column accepts null
    /// @param filled whether an insert may omit the column
    record Column(boolean mayBeNull, boolean filled) {}

    static Schema of(TestDatabase database) throws SQLException {
        var tables = new HashMap<String, Map<String, Column>>();
        try (var connection = database.dataSource().getConnection()) {
            Sql.on(
                            connection,
                            """
                            select table_name as table_name, column_name as column_name,
                                   is_nullable as is_nullable,
                                   column_default is not null or extra <> '' as filled
                              from information_schema.columns
                             where table_schema = database()
                            """)
                    .forEach(row -> {
                        var mayBeNull = row.text("is_nullable").equals("YES");
                        tables.computeIfAbsent(row.text("table_name"), _ -> new TreeMap<>())
                                .put(
                                        row.text("column_name"),
                                        new Column(mayBeNull, mayBeNull || row.flag("filled")));
                    });
        }
        return new Schema(tables);
    }

    /// The differences between a mapped record and its table. A record without an id is read only,
    /// and may omit columns.
    List<String> faults(RuntimePersistentEntity<?> entity) {
        var columns = tables.get(entity.getPersistedName());
        if (columns == null) {
            return List.of("%s: no such table".formatted(entity.getPersistedName()));
        }
        var faults = new ArrayList<String>();
        var missing = new TreeMap<>(columns);
        PersistentEntityUtils.traversePersistentProperties(
                entity,
                true,
                true,
                (associations, property) -> {
                    var name = entity.getNamingStrategy().mappedName(associations, property);
                    var where = entity.getPersistedName() + "." + name;
                    missing.remove(name);
                    var column = columns.get(name);
                    if (column == null) {
                        faults.add(where + ": no such column");
                    } else if (column.mayBeNull
                            && !property.isOptional()
                            && associations.stream().noneMatch(PersistentProperty::isOptional)) {
                        faults.add(where + ": may be null, the component may not");
                    }
                });
        if (entity.hasIdentity() || entity.hasCompositeIdentity()) {
            missing.values().removeIf(Column::filled);
            missing.keySet()
                    .forEach(name ->
                            faults.add(
                                    "%s.%s: is not mapped"
                                            .formatted(entity.getPersistedName(), name)));
        }
        return List.copyOf(faults);
    }
}
