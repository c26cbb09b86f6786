package org.nuancan.menu;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.Prices;
import org.nuancan.provider.site.OwnSites;

/// The menus of a site.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class MenuController {

    private final OwnSites sites;
    private final Prices prices;
    private final PublishedMenus menus;

    MenuController(OwnSites sites, Prices prices, PublishedMenus menus) {
        this.sites = sites;
        this.prices = prices;
        this.menus = menus;
    }

    /// Sets the menu of a meal. Existing orders stay valid: a menu with fewer portions of a dish
    /// than are ordered is refused, and the answer names the ordered number.
    @Put("/sites/{siteId}/menus/{date}/{slot}")
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    MenuAnswer set(
            Id siteId, LocalDate date, Slot slot, @Body @Valid MenuBody body, Caller caller) {
        var site = sites.find(siteId, caller);
        var list = prices.now(site.siteId());
        check(body, list);
        var wanted = body.wanted(new Menu.Meal(site.siteId(), date, slot));
        return menus.replace(wanted, caller.username());
    }

    /// The menu of a meal, with the portions that are left.
    @Get("/menus{?siteId,date,slot}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    MenuAnswer find(
            @QueryValue @NotNull Id siteId,
            @QueryValue @NotNull LocalDate date,
            @QueryValue @NotNull Slot slot,
            Caller caller) {
        var site = sites.near(siteId, caller);
        return menus.find(new Menu.Meal(site.siteId(), date, slot));
    }

    private static void check(MenuBody body, PriceList list) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var at = 0; at < body.items().size(); at++) {
            var sku = body.items().get(at).sku();
            var pointer = "/items/%d/sku".formatted(at);
            if (!seen.add(sku)) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_INVALID,
                        List.of(
                                new Fault(
                                        pointer,
                                        "DUPLICATE",
                                        "同一菜品出现两次 / this dish stands there twice")));
            }
            var price = list.find(sku);
            if (price.isEmpty()) {
                faults.add(new Fault(pointer, "SKU_UNKNOWN", "价目表中没有 / not on the price list"));
            } else if (price.get().openPrice()) {
                faults.add(
                        new Fault(
                                pointer,
                                "OPEN_PRICE",
                                "现场定价的商品不能预订 / an open price cannot be ordered"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.SKU_UNKNOWN, faults);
        }
    }
}
