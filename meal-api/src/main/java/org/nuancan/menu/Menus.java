package org.nuancan.menu;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;

/// The menus of the sites, with the portions that are left.
@Singleton
public final class Menus {

    /// A menu as a site wants it.
    ///
    /// @param portions by sku, in the site's order
    record Wanted(Menu.Meal meal, Instant orderUntil, List<Wanted.Line> portions) {

        record Line(String sku, int portions) {}
    }

    /// A menu, if the site has set one.
    public Optional<Menu> find(Connection connection, Menu.Meal meal) throws SQLException {
        var until =
                Sql.on(
                                connection,
                                """
                                select order_until from menu
                                where site_id = ? and menu_date = ? and slot = ?
                                """)
                        .with(meal.siteId(), meal.date(), meal.slot())
                        .first(row -> row.instant("order_until"));
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(new Menu(meal, until.get(), items(connection, meal, "")));
    }

    private static List<Menu.Item> items(Connection connection, Menu.Meal meal, String lock)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select sku, portions, ordered from menu_item
                        where site_id = ? and menu_date = ? and slot = ?
                        order by position, sku
                        """
                                + lock)
                .with(meal.siteId(), meal.date(), meal.slot())
                .list(row ->
                        new Menu.Item(
                                row.text("sku"), row.integer("portions"), row.integer("ordered")));
    }

    /// Takes portions for an order, in the order of their skus.
    ///
    /// @return the sku of which too few are left; the caller's transaction is then given up
    public Optional<String> take(
            Connection connection, Menu.Meal meal, SortedMap<String, Integer> portions)
            throws SQLException {
        for (var wanted : portions.entrySet()) {
            var taken =
                    Sql.on(
                                    connection,
                                    """
                                    update menu_item set ordered = ordered + ?
                                    where site_id = ? and menu_date = ? and slot = ? and sku = ?
                                      and ordered + ? <= portions
                                    """)
                            .with(wanted.getValue(), meal.siteId(), meal.date(), meal.slot())
                            .with(wanted.getKey(), wanted.getValue())
                            .run();
            if (taken == 0) {
                return Optional.of(wanted.getKey());
            }
        }
        return Optional.empty();
    }

    /// Gives the portions of an order back.
    public void giveBack(Connection connection, Menu.Meal meal, SortedMap<String, Integer> portions)
            throws SQLException {
        for (var back : portions.entrySet()) {
            Sql.on(
                            connection,
                            """
                            update menu_item set ordered = ordered - ?
                            where site_id = ? and menu_date = ? and slot = ? and sku = ?
                            """)
                    .with(back.getValue(), meal.siteId(), meal.date(), meal.slot())
                    .with(back.getKey())
                    .run();
        }
    }

    /// Takes portions again that were given back for a meal that was eaten after all, whether they
    /// are still there or not.
    public void takeAgain(
            Connection connection, Menu.Meal meal, SortedMap<String, Integer> portions)
            throws SQLException {
        for (var eaten : portions.entrySet()) {
            Sql.on(
                            connection,
                            """
                            update menu_item set ordered = ordered + ?
                            where site_id = ? and menu_date = ? and slot = ? and sku = ?
                            """)
                    .with(eaten.getValue(), meal.siteId(), meal.date(), meal.slot())
                    .with(eaten.getKey())
                    .run();
        }
    }

    /// From now on this is the menu. What is ordered stays ordered.
    ///
    /// @return what is ordered of dishes of which the new menu has fewer; then nothing is changed
    List<Menu.Item> replace(Connection connection, Wanted wanted, String by, Instant now)
            throws SQLException {
        var meal = wanted.meal();
        // This row first: of two that replace at once the later one holds.
        Sql.on(
                        connection,
                        """
                        insert into menu (site_id, menu_date, slot, order_until, set_by, set_at)
                        values (?, ?, ?, ?, ?, ?)
                        on duplicate key update order_until = values(order_until),
                            set_by = values(set_by), set_at = values(set_at)
                        """)
                .with(meal.siteId(), meal.date(), meal.slot(), wanted.orderUntil(), by, now)
                .run();
        var before = items(connection, meal, "for update");
        var tooFew = tooFew(before, wanted);
        if (tooFew.isEmpty()) {
            write(connection, wanted, before);
        }
        return tooFew;
    }

    private static List<Menu.Item> tooFew(List<Menu.Item> before, Wanted wanted) {
        var portions = new HashMap<String, Integer>();
        wanted.portions().forEach(line -> portions.put(line.sku(), line.portions()));
        var tooFew = new ArrayList<Menu.Item>();
        for (var item : before) {
            if (item.ordered() > portions.getOrDefault(item.sku(), 0)) {
                tooFew.add(item);
            }
        }
        return List.copyOf(tooFew);
    }

    private static void write(Connection connection, Wanted wanted, List<Menu.Item> before)
            throws SQLException {
        var meal = wanted.meal();
        Map<String, Integer> ordered = new HashMap<>();
        before.forEach(item -> ordered.put(item.sku(), item.ordered()));
        Sql.on(connection, "delete from menu_item where site_id = ? and menu_date = ? and slot = ?")
                .with(meal.siteId(), meal.date(), meal.slot())
                .run();
        var rows =
                Batch.into(
                        "menu_item",
                        "site_id",
                        "menu_date",
                        "slot",
                        "sku",
                        "position",
                        "portions",
                        "ordered");
        var position = 0;
        for (var line : wanted.portions()) {
            rows.row(
                    meal.siteId(),
                    meal.date(),
                    meal.slot(),
                    line.sku(),
                    position++,
                    line.portions(),
                    ordered.getOrDefault(line.sku(), 0));
        }
        rows.write(connection);
    }
}
