package org.nuancan.finance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nuancan.access.Role;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;

/// Sites, elders and sales of a service under test.
record StatisticsTown(ServerUnderTest server) {

    record Site(String providerId, long siteId, String division, String type) {}

    /// A category and its days.
    record Held(String category, LocalDate from, Optional<LocalDate> to) {

        private Map<String, Object> body() {
            var body = new HashMap<String, Object>();
            body.put("category", category);
            body.put("from", from.toString());
            body.put("to", to.<Object>map(LocalDate::toString).orElse(NullNode.getInstance()));
            body.put("evidence", "证明");
            return body;
        }
    }

    record Elder(String card, LocalDate birth, String household, List<Held> held) {}

    /// What is sold; the items of one piece cost 10.00 each.
    record Wish(String slot, String fulfilment, int pieces, int beers, String tender) {}

    Site site(String division, String type) {
        var city = server.as(Role.CITY_ADMIN);
        var provider =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "统计食堂", "kind": "CANTEEN", "districtCode": "%s",
                         "bankAccount": {"name": "统计食堂", "number": "6222020200012345",
                                         "bankCode": "102100099996"}}
                        """
                                .formatted(division.substring(0, 6)));
        var site =
                city.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "统计助餐点", "division": "%s",
                         "type": "%s", "grade": 2, "listedFrom": "2026-03-01",
                         "listedTo": null, "address": "1 号", "latitude": 39.99,
                         "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                        """
                                .formatted(provider.text("/providerId"), division, type));
        assertThat(site.status()).as(site.toString()).isEqualTo(201);
        var siteId = Long.parseLong(site.text("/siteId"));
        var prices =
                city.post(
                        "/v1/sites/" + siteId + "/prices",
                        """
                        [{"sku": "PIECE", "name": "套餐", "priceFen": 1000,
                          "subsidisable": true, "openPrice": false},
                         {"sku": "BEER", "name": "啤酒", "priceFen": 700,
                          "subsidisable": false, "openPrice": false}]
                        """);
        assertThat(prices.status()).as(prices.toString()).isEqualTo(200);
        return new Site(provider.text("/providerId"), siteId, division, type);
    }

    Elder elder(int number, LocalDate birth, String household, List<Held> held) {
        var body = new HashMap<String, Object>();
        body.put("name", "李春兰");
        body.put("idNumber", Canteen.idNumber(birth, number));
        body.put(
                "household",
                Map.of(
                        "kind",
                        household,
                        "division",
                        household.equals("LOCAL") ? "110101001" : "130102001"));
        body.put("residenceDivision", "110105012");
        body.put("address", "1 号院");
        body.put("phone", "13800000000");
        body.put("categories", held.stream().map(Held::body).toList());
        body.put("careGrade", 0);
        body.put("diet", List.of());
        body.put("allergens", List.of());
        body.put("contacts", List.of());
        var city = server.as(Role.CITY_ADMIN);
        var elder = city.withNewKey().post("/v1/elders", body);
        assertThat(elder.status()).as(elder.toString()).isEqualTo(201);
        var card = ServerUnderTest.unique("STAT");
        var made =
                city.post(
                        "/v1/elders/" + elder.text("/elderId") + "/cards",
                        Map.of("cardNumber", card, "kind", "SENIOR_CARD"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return new Elder(card, birth, household, held);
    }

    void today(LocalDate day) {
        var set =
                server.as(Role.CITY_ADMIN)
                        .put("/test/clock", Map.of("now", day + "T12:00:00+08:00"));
        assertThat(set.status()).as(set.toString()).isLessThan(300);
    }

    KnownMeal sell(Site site, LocalDate day, Optional<Elder> elder, Wish wish) {
        var till = server.terminal(site.siteId());
        var sale = new HashMap<String, Object>();
        sale.put(
                "credential",
                elder.<Object>map(one -> Map.of("type", "CARD", "value", one.card()))
                        .orElse(NullNode.getInstance()));
        sale.put("slot", wish.slot());
        sale.put("fulfilment", wish.fulfilment());
        sale.put("items", items(wish));
        var quote = till.post("/v1/pos/quotes", sale);
        assertThat(quote.status()).as(quote.toString()).isEqualTo(200);
        var pays = quote.number("/elderPaysFen");
        sale.put("tenders", List.of(Map.of("type", wish.tender(), "amountFen", pays)));
        var sold = till.withNewKey().post("/v1/pos/checkouts", sale);
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        return new KnownMeal(
                site,
                day,
                wish.slot(),
                wish.fulfilment(),
                elder,
                sold.text("/orderId"),
                new KnownMeal.Money(
                        wish.pieces() * 1000L, wish.tender(), pays, shares(sold), false));
    }

    private static List<Map<String, Object>> items(Wish wish) {
        var items = new ArrayList<Map<String, Object>>();
        items.add(Map.of("sku", "PIECE", "quantity", wish.pieces()));
        if (wish.beers() > 0) {
            items.add(Map.of("sku", "BEER", "quantity", wish.beers()));
        }
        return items;
    }

    private static List<KnownMeal.Share> shares(Reply sold) {
        var shares = new ArrayList<KnownMeal.Share>();
        sold.at("/grants")
                .forEach(grant ->
                        grant.at("/funding")
                                .forEach(part ->
                                        shares.add(
                                                new KnownMeal.Share(
                                                        grant.at("/code").asText(),
                                                        part.at("/payer").asText(),
                                                        part.at("/fen").asLong()))));
        return shares;
    }

    KnownMeal refund(KnownMeal meal) {
        refund(meal, NullNode.getInstance());
        return meal.refunded();
    }

    /// Gives half of the pieces back.
    KnownMeal halve(KnownMeal meal, int pieces) {
        refund(meal, List.of(Map.of("sku", "PIECE", "quantity", pieces / 2)));
        return meal.halved();
    }

    private void refund(KnownMeal meal, Object items) {
        var till = server.terminal(meal.site().siteId());
        var done =
                till.withNewKey()
                        .post(
                                "/v1/pos/checkouts/" + meal.orderId() + "/refunds",
                                Map.of("reason", "退餐", "items", items));
        assertThat(done.status()).as(done.toString()).isEqualTo(201);
    }

    /// The cells of an answer as text, by key.
    static Map<List<String>, String> cells(Reply answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var cells = new HashMap<List<String>, String>();
        answer.at("/cells")
                .forEach(cell -> {
                    var key = new ArrayList<String>();
                    cell.at("/key").forEach(value -> key.add(value.asText()));
                    cells.put(key, figures(cell.at("/figures")));
                });
        return cells;
    }

    /// Figures as [KnownMeal#figures] writes them.
    static String figures(JsonNode figures) {
        var grants = new TreeMap<String, Long>();
        figures.at("/grants")
                .forEach(grant ->
                        grants.put(grant.at("/payer").asText(), grant.at("/fen").asLong()));
        assertThat(grants.values().stream().collect(Collectors.summingLong(fen -> fen)))
                .isEqualTo(figures.at("/grantedFen").asLong());
        return "%d elders, %d meals, %d delivered, bill %d, paid %d, %s, anonymous %d %d %d"
                .formatted(
                        figures.at("/elders").asLong(),
                        figures.at("/meals").asLong(),
                        figures.at("/delivered").asLong(),
                        figures.at("/billFen").asLong(),
                        figures.at("/elderPaysFen").asLong(),
                        grants,
                        figures.at("/anonymous/meals").asLong(),
                        figures.at("/anonymous/billFen").asLong(),
                        figures.at("/anonymous/paidFen").asLong());
    }
}
