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
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.policy.Slot;
import org.nuancan.provider.OwnSites;
import org.nuancan.provider.PriceList;
import org.nuancan.provider.Prices;

/// What can be ordered for a meal.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class MenuController {

    private final Transactions transactions;
    private final OwnSites sites;
    private final Prices prices;
    private final Book book;
    private final Clock clock;

    /// What is read and written.
    @Singleton
    record Book(Menus menus, Dishes dishes) {}

    MenuController(
            Transactions transactions, OwnSites sites, Prices prices, Book book, Clock clock) {
        this.transactions = transactions;
        this.sites = sites;
        this.prices = prices;
        this.book = book;
        this.clock = clock;
    }

    /// Sets the menu of a meal. What is ordered stays ordered: a menu with fewer portions than that
    /// is refused with what is ordered.
    @Put("/sites/{siteId}/menus/{date}/{slot}")
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    MenuAnswer set(
            Id siteId, LocalDate date, Slot slot, @Body @Valid MenuBody body, Caller caller) {
        var site = sites.find(siteId, caller);
        var list = prices.now(site.siteId());
        check(body, list);
        var wanted = body.wanted(new Menu.Meal(site.siteId(), date, slot));
        return transactions.inOne(connection -> {
            var tooFew =
                    book.menus().replace(connection, wanted, caller.username(), clock.instant());
            if (!tooFew.isEmpty()) {
                throw ProblemException.with(
                        ProblemCode.PORTIONS_ORDERED, Map.of("ordered", ordered(tooFew)));
            }
            return shown(connection, wanted.meal());
        });
    }

    /// The menu of a meal, with what is left of it.
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
        return transactions.reading(
                connection -> shown(connection, new Menu.Meal(site.siteId(), date, slot)));
    }

    private MenuAnswer shown(Connection connection, Menu.Meal meal) throws SQLException {
        var menu =
                book.menus()
                        .find(connection, meal)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return MenuAnswer.of(
                menu,
                prices.at(connection, meal.siteId(), clock.instant()),
                book.dishes().of(connection, meal.siteId()));
    }

    private static List<Map<String, Object>> ordered(List<Menu.Item> items) {
        return items.stream()
                .map(item -> Map.<String, Object>of("sku", item.sku(), "ordered", item.ordered()))
                .toList();
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
