package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The district as the service returns it: its sites with their prices.
final class Town {

    private Town() {}

    /// Sites of the district, of as many providers as possible.
    ///
    /// @param count the number of sites
    static List<Shop> shops(Session city, String districtCode, int count) {
        var sites = new ArrayList<JsonNode>();
        for (var site : all(city, "/v1/sites?limit=500")) {
            if (site.path("division").asText().startsWith(districtCode)) {
                sites.add(site);
            }
        }
        var shops = new ArrayList<Shop>();
        // Every fifth, so that small providers are included too.
        for (var start = 0; start < 5; start++) {
            for (var i = start; i < sites.size() && shops.size() < count; i += 5) {
                shop(city, sites.get(i)).ifPresent(shops::add);
            }
        }
        if (shops.isEmpty()) {
            throw new Disagreement("没有可用的餐点 · no site of " + districtCode + " sells meals");
        }
        return List.copyOf(shops);
    }

    /// Reads all pages of a list.
    static List<JsonNode> all(Session session, String path) {
        var items = new ArrayList<JsonNode>();
        var page = session.get(path).granted();
        page.path("items").forEach(items::add);
        while (page.path("next").isTextual()) {
            page = session.get(path + "&after=" + page.path("next").asText()).granted();
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private static Optional<Shop> shop(Session city, JsonNode site) {
        var siteId = site.path("siteId").asText();
        var prices = new ArrayList<Shop.Price>();
        var list = city.get("/v1/sites/" + siteId + "/prices").granted();
        for (var price : list.isArray() ? list : list.path("items")) {
            prices.add(
                    new Shop.Price(
                            price.path("sku").asText(),
                            price.path("priceFen").asLong(),
                            price.path("subsidisable").asBoolean(),
                            price.path("openPrice").asBoolean()));
        }
        if (prices.stream().filter(price -> price.subsidisable() && !price.openPrice()).count()
                < 3) {
            return Optional.empty();
        }
        return Optional.of(
                new Shop(
                        siteId,
                        site.path("providerId").asText(),
                        site.path("name").asText(),
                        LocalDate.parse(site.path("listedFrom").asText()),
                        site.path("listedTo").isTextual()
                                ? Optional.of(LocalDate.parse(site.path("listedTo").asText()))
                                : Optional.empty(),
                        List.copyOf(prices)));
    }
}
