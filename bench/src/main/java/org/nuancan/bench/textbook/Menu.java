package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.bench.textbook.Entities.Price;
import org.nuancan.bench.textbook.Entities.Site;

/// Finds the site and the prices of a meal.
@Singleton
class Menu {

    private final Repositories.Sites sites;
    private final Repositories.Prices prices;

    Menu(Repositories.Sites sites, Repositories.Prices prices) {
        this.sites = sites;
        this.prices = prices;
    }

    Site site(long siteId) {
        return sites.findBySiteId(siteId)
                .orElseThrow(() -> new Refused(404, "NOT_FOUND", Map.of()));
    }

    List<Orders.Line> priced(Site site, CheckoutBody body, Instant at) {
        var skus = body.items().stream().map(CheckoutBody.ItemBody::sku).distinct().toList();
        var bySku =
                prices.at(site.siteId(), at, skus).stream()
                        .collect(Collectors.toMap(Price::sku, Function.identity()));
        return body.items().stream().map(item -> line(item, bySku)).toList();
    }

    private static Orders.Line line(CheckoutBody.ItemBody item, Map<String, Price> bySku) {
        var price =
                Optional.ofNullable(bySku.get(item.sku()))
                        .orElseThrow(() -> Refused.rule("SKU_UNKNOWN"));
        var keyedInFen = item.unitPriceFen();
        if (price.openPrice() && keyedInFen == null) {
            throw Refused.rule("PRICE_REQUIRED");
        }
        if (!price.openPrice() && keyedInFen != null && keyedInFen != price.priceFen()) {
            throw Refused.rule("PRICE_MISMATCH");
        }
        return new Orders.Line(
                price, item.quantity(), keyedInFen == null ? price.priceFen() : keyedInFen);
    }
}
