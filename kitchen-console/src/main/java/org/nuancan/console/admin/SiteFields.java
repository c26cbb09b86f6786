package org.nuancan.console.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nuancan.console.page.Form;

/// The fields of a site's form, as meal-api takes them.
final class SiteFields {

    private SiteFields() {}

    static Map<String, Object> of(Form form) {
        var site = new LinkedHashMap<String, Object>();
        site.put("name", form.text("name"));
        site.put("division", form.text("division"));
        site.put("type", form.text("type"));
        site.put("grade", form.number("grade"));
        site.put("listedFrom", form.date("listed-from"));
        if (form.maybe("listed-to").isPresent()) {
            site.put("listedTo", form.date("listed-to"));
        }
        site.put("address", form.text("address"));
        site.put("latitude", form.decimal("latitude"));
        site.put("longitude", form.decimal("longitude"));
        site.put("seats", form.number("seats"));
        site.put("dailyCapacity", form.number("capacity"));
        return site;
    }
}
