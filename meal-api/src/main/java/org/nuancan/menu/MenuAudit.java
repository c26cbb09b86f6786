package org.nuancan.menu;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Writes changes of dishes and menus into the audit log.
@Singleton
final class MenuAudit {

    private final AuditLog log;
    private final Sites sites;

    MenuAudit(AuditLog log, Sites sites) {
        this.log = log;
        this.sites = sites;
    }

    /// A menu was replaced.
    void replaced(List<Menu.Item> before, MenuService.Wanted newMenu, String by) {
        var meal = newMenu.meal();
        var old = new LinkedHashMap<String, String>();
        before.forEach(item -> old.put(item.sku(), portions(item.portions())));
        var now = new LinkedHashMap<String, String>();
        newMenu.portions().forEach(line -> now.put(line.sku(), portions(line.portions())));
        write(
                meal.siteId(),
                "MENU_SET",
                "%s %s, orders until %s".formatted(meal.date(), meal.slot(), newMenu.orderUntil()),
                FieldChange.between(old, now),
                by);
    }

    /// The dishes of a site were replaced.
    void replaced(long siteId, List<Dish> before, List<Dish> after, String by) {
        write(siteId, "DISHES_SET", "", FieldChange.between(texts(before), texts(after)), by);
    }

    private void write(
            long siteId, String act, String detail, List<FieldChange> changes, String by) {
        var division = sites.find(siteId).map(SiteOnFile::division).orElse("");
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.MENU,
                                by,
                                act,
                                "site " + siteId,
                                detail,
                                new AuditLog.Content(division, changes))));
    }

    private static String portions(int count) {
        return count + " portions";
    }

    private static Map<String, String> texts(List<Dish> dishes) {
        var texts = new LinkedHashMap<String, String>();
        dishes.forEach(dish -> texts.put(dish.sku(), text(dish)));
        return texts;
    }

    private static String text(Dish dish) {
        return "%s; diets: %s; allergens: %s"
                .formatted(
                        dish.nameZh(),
                        String.join(" ", dish.diet()),
                        String.join(" ", dish.allergens()));
    }
}
