package org.nuancan.provider.price;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.provider.ProviderKind;
import org.nuancan.provider.Providers;
import org.nuancan.provider.site.OwnSites;

/// The price list of a site over HTTP.
@Controller("/v1/sites/{siteId}/prices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class PriceController {

    private static final int MOST_LINES = 1000;

    /// A complete price list, never paged.
    ///
    /// @param next always null
    record Answer(String siteId, List<PriceLine> items, @Nullable String next) {}

    private final OwnSites ownSites;
    private final Prices prices;
    private final Providers providers;

    PriceController(OwnSites ownSites, Prices prices, Providers providers) {
        this.ownSites = ownSites;
        this.prices = prices;
        this.providers = providers;
    }

    /// Replaces all prices of the site.
    @Post
    @Status(HttpStatus.OK)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    Answer replace(
            @PathVariable Id siteId,
            @Body @Size(max = MOST_LINES) List<@Valid PriceLine> lines,
            @Parameter(hidden = true) Caller caller) {
        var site = ownSites.now(siteId, caller);
        // A delivery fee is not food: it is subsidisable only if the line says so.
        var isFood =
                providers
                        .find(site.providerId())
                        .filter(provider -> provider.kind() == ProviderKind.DELIVERY)
                        .isEmpty();
        var items = lines.stream().map(line -> line.item(isFood)).toList();
        check(items);
        prices.replace(site.siteId(), new PriceList(items), caller.username());
        return answer(site.siteId(), items);
    }

    /// The current prices.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    Answer now(@PathVariable Id siteId, @Parameter(hidden = true) Caller caller) {
        var site = ownSites.now(siteId, caller);
        return answer(site.siteId(), prices.now(site.siteId()).items());
    }

    private static void check(List<PricedItem> items) {
        var faults = new ArrayList<Fault>();
        var skus = new HashSet<String>();
        for (var at = 0; at < items.size(); at++) {
            var item = items.get(at);
            if (!skus.add(item.sku())) {
                faults.add(
                        new Fault(
                                "/%d/sku".formatted(at),
                                "DUPLICATE",
                                "同一商品出现两次 / this item stands on the list twice"));
            }
            if (item.openPrice() && !item.price().isZero()) {
                faults.add(
                        new Fault(
                                "/%d/priceFen".formatted(at),
                                "OPEN_PRICE",
                                "现场定价商品的价格须为 0 / an item with an open price has 0 here"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
    }

    private static Answer answer(long siteId, List<PricedItem> items) {
        return new Answer(Long.toString(siteId), items.stream().map(PriceLine::of).toList(), null);
    }
}
