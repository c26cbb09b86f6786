package org.nuancan.menu;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.menu.Dish.Nutrition;

/// The dishes of the sites.
@Singleton
public final class Dishes {

    /// What a site says of its dishes, by sku, in its order; a sku that is not there is not
    /// described.
    public Map<String, Dish> of(Connection connection, long siteId) throws SQLException {
        var dishes = new LinkedHashMap<String, Dish>();
        Sql.on(
                        connection,
                        """
                        select sku, name_zh, name_en, allergens, diet, energy_kj, protein_mg,
                               fat_mg, carbohydrate_mg, sodium_mg
                          from dish
                         where site_id = ?
                         order by position
                        """)
                .with(siteId)
                .forEach(row -> dishes.put(row.text("sku"), dish(row)));
        return dishes;
    }

    /// From now on these are the dishes of a site and no others.
    void replace(Connection connection, long siteId, List<Dish> dishes) throws SQLException {
        // One after another: of two that replace at once the later one holds.
        var _ =
                Sql.on(connection, "select site_id from site where site_id = ? for update")
                        .with(siteId)
                        .one(row -> row.number("site_id"));
        Sql.on(connection, "delete from dish where site_id = ?").with(siteId).run();
        var rows =
                Batch.into(
                        "dish",
                        "site_id",
                        "sku",
                        "position",
                        "name_zh",
                        "name_en",
                        "allergens",
                        "diet",
                        "energy_kj",
                        "protein_mg",
                        "fat_mg",
                        "carbohydrate_mg",
                        "sodium_mg");
        var position = 0;
        for (var dish : dishes) {
            var known = dish.nutrition();
            rows.row(
                    siteId,
                    dish.sku(),
                    position++,
                    dish.nameZh(),
                    dish.nameEn(),
                    String.join("\n", dish.allergens()),
                    String.join("\n", dish.diet()),
                    known.map(Nutrition::energyKj).orElse(null),
                    known.map(Nutrition::proteinMg).orElse(null),
                    known.map(Nutrition::fatMg).orElse(null),
                    known.map(Nutrition::carbohydrateMg).orElse(null),
                    known.map(Nutrition::sodiumMg).orElse(null));
        }
        rows.write(connection);
    }

    private static Dish dish(Row row) throws SQLException {
        return new Dish(
                row.text("sku"),
                row.text("name_zh"),
                row.text("name_en"),
                words(row.text("allergens")),
                words(row.text("diet")),
                nutrition(row));
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split("\n", -1));
    }

    private static Optional<Nutrition> nutrition(Row row) throws SQLException {
        return row.maybeNumber("energy_kj").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Nutrition(
                                row.integer("energy_kj"),
                                row.integer("protein_mg"),
                                row.integer("fat_mg"),
                                row.integer("carbohydrate_mg"),
                                row.integer("sodium_mg")));
    }
}
