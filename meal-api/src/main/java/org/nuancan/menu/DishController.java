package org.nuancan.menu;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.provider.site.OwnSites;

/// The dishes of a site.
@Controller("/v1/sites/{siteId}/dishes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class DishController {

    private static final int MOST_DISHES = 1000;

    /// All dishes of a site; never paged.
    ///
    /// @param next always null
    record Answer(Id siteId, List<DishBody> items, @Nullable String next) {}

    private final OwnSites sites;
    private final DishService dishes;

    DishController(OwnSites sites, DishService dishes) {
        this.sites = sites;
        this.dishes = dishes;
    }

    /// Replaces all dishes of the site. Prices are on the price list, under the same sku.
    @Put
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    Answer replace(
            Id siteId, @Body @Size(max = MOST_DISHES) List<@Valid DishBody> body, Caller caller) {
        var site = sites.find(siteId, caller);
        refuseTwice(body);
        var newDishes = body.stream().map(DishBody::dish).toList();
        dishes.replace(site.siteId(), newDishes, caller.username());
        return answer(site.siteId(), newDishes);
    }

    /// The dishes of a site.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    Answer all(Id siteId, Caller caller) {
        var site = sites.near(siteId, caller);
        return answer(site.siteId(), dishes.findBySite(site.siteId()).values());
    }

    private static void refuseTwice(List<DishBody> body) {
        var seen = new HashSet<String>();
        for (var at = 0; at < body.size(); at++) {
            if (!seen.add(body.get(at).sku())) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_INVALID,
                        List.of(
                                new Fault(
                                        "/%d/sku".formatted(at),
                                        "DUPLICATE",
                                        "同一菜品出现两次 / this dish stands there twice")));
            }
        }
    }

    private static Answer answer(long siteId, Collection<Dish> dishes) {
        return new Answer(new Id(siteId), dishes.stream().map(DishBody::of).toList(), null);
    }
}
