package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuancan.access.Role;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// A canteen of its own in Chaoyang for each test class, with elders who may and may not eat at a
/// reduced price. Beijing's two policies of 2022 are in force.
///
/// @param server the service
/// @param providerId the canteen's provider
/// @param siteId the canteen
/// @param till its first terminal
public record Canteen(ServerUnderTest server, String providerId, long siteId, Client till) {

    public static final String STREET = "110105012";

    /// No credential: sold at the full price.
    public static final Object NOBODY = NullNode.getInstance();

    private static final AtomicInteger PERSONS = new AtomicInteger();

    /// A person who eats.
    public record Diner(String elderId, String idNumber, String card) {}

    public static Canteen open() {
        return open(ServerUnderTest.get());
    }

    public static Canteen open(ServerUnderTest server) {
        var city = server.as(Role.CITY_ADMIN);
        var provider =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "试验食堂", "kind": "CANTEEN", "districtCode": "110105",
                         "bankAccount": {"name": "试验食堂", "number": "6222020200012345",
                                         "bankCode": "102100099996"}}
                        """);
        assertThat(provider.status()).as(provider.toString()).isEqualTo(201);
        var providerId = provider.text("/providerId");
        var site =
                city.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "试验助餐点", "division": "%s",
                         "type": "STATION", "grade": 2, "listedFrom": "2022-04-01",
                         "listedTo": null, "address": "望京街 1 号", "latitude": 39.99,
                         "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                        """
                                .formatted(providerId, STREET));
        assertThat(site.status()).as(site.toString()).isEqualTo(201);
        var siteId = Long.parseLong(site.text("/siteId"));
        setPrices(city, siteId);
        return new Canteen(server, providerId, siteId, server.terminal(siteId));
    }

    private static void setPrices(Client city, long siteId) {
        var prices =
                city.post(
                        "/v1/sites/" + siteId + "/prices",
                        """
                        [{"sku": "SET", "name": "午餐套餐", "priceFen": 1800,
                          "subsidisable": true, "openPrice": false},
                         {"sku": "RICE", "name": "米饭", "priceFen": 100,
                          "subsidisable": true, "openPrice": false},
                         {"sku": "BUN", "name": "馒头", "priceFen": 501,
                          "subsidisable": true, "openPrice": false},
                         {"sku": "BEER", "name": "啤酒", "priceFen": 700,
                          "subsidisable": false, "openPrice": false},
                         {"sku": "WEIGHED", "name": "自选称重", "priceFen": 0,
                          "subsidisable": true, "openPrice": true}]
                        """);
        assertThat(prices.status()).as(prices.toString()).isEqualTo(200);
    }

    /// An elder with a grant of 5.00 yuan a day by Beijing's policies.
    public Diner entitled() {
        return diner(
                "[{\"category\": \"DISABLED\", \"from\": \"2024-01-01\", \"evidence\": \"残疾证\"}]");
    }

    /// Somebody who pays the full price.
    public Diner ordinary() {
        return diner("[]");
    }

    private Diner diner(String categories) {
        var number = PERSONS.incrementAndGet();
        var idNumber = idNumber(LocalDate.of(1946, 3, 2).plusDays(number / 900), number % 900);
        var elder =
                server.as(Role.CITY_ADMIN)
                        .withNewKey()
                        .post(
                                "/v1/elders",
                                """
                                {"name": "张建生", "idNumber": "%s",
                                 "household": {"kind": "LOCAL", "division": "%s"},
                                 "residenceDivision": "%s", "address": "望京西园 3 区",
                                 "phone": "13800000000", "categories": %s, "careGrade": 0,
                                 "diet": ["LOW_SALT"], "allergens": ["PEANUT"], "contacts": []}
                                """
                                        .formatted(idNumber, STREET, STREET, categories));
        assertThat(elder.status()).as(elder.toString()).isEqualTo(201);
        var elderId = elder.text("/elderId");
        return new Diner(elderId, idNumber, newCard(elderId));
    }

    /// One more card of an elder.
    public String newCard(String elderId) {
        var card = ServerUnderTest.unique("CARD");
        var reply =
                server.as(Role.CITY_ADMIN)
                        .post(
                                "/v1/elders/" + elderId + "/cards",
                                Map.of("cardNumber", card, "kind", "SENIOR_CARD"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return card;
    }

    /// GB 11643: 17 digits and a check digit.
    public static String idNumber(LocalDate birth, int sequence) {
        var digits =
                "110105"
                        + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(sequence);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /// A lunch of one set meal on a card, paid in cash.
    public static Map<String, Object> lunch(Diner diner, long cashFen) {
        return sale(card(diner.card()), cashFen);
    }

    /// A lunch of one set meal, paid in cash.
    public static Map<String, Object> sale(Object credential, long cashFen) {
        var sale = new HashMap<String, Object>();
        sale.put("credential", credential);
        sale.put("slot", "LUNCH");
        sale.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        sale.put(
                "tenders",
                cashFen == 0 ? List.of() : List.of(Map.of("type", "CASH", "amountFen", cashFen)));
        return sale;
    }

    public static Map<String, Object> card(String number) {
        return Map.of("type", "CARD", "value", number);
    }

    /// The same request with another value of a field.
    public static Map<String, Object> with(
            Map<String, Object> request, String field, Object value) {
        var other = new HashMap<>(request);
        other.put(field, value);
        return other;
    }

    /// The same request without a field.
    public static Map<String, Object> without(Map<String, Object> request, String field) {
        var other = new HashMap<>(request);
        other.remove(field);
        return other;
    }

    public Reply sell(Map<String, Object> sale) {
        return till.withNewKey().post("/v1/pos/checkouts", sale);
    }

    public Reply refund(String orderId, Object items) {
        var body = new HashMap<String, Object>();
        body.put("reason", "多点了");
        body.put("items", items);
        return till.withNewKey().post("/v1/pos/checkouts/" + orderId + "/refunds", body);
    }

    /// Refunds all that is left.
    public Reply refundAll(String orderId) {
        return till.withNewKey()
                .post(
                        "/v1/pos/checkouts/" + orderId + "/refunds",
                        "{\"reason\": \"不吃了\", \"items\": null}");
    }

    /// The balances of all accounts.
    public Map<String, Long> balances() {
        var reply =
                server.as(Role.CITY_ADMIN)
                        .get("/v1/finance/trial-balance?asOf=" + LocalDate.of(2099, 1, 1));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var items = reply.at("/items");
        var balances = new HashMap<String, Long>();
        items.forEach(item ->
                balances.put(item.at("/account").asText(), item.at("/balanceFen").asLong()));
        return balances;
    }

    /// What an account of this canteen's provider comes to.
    public long balance(String account) {
        return balances().getOrDefault(account + ":" + providerId, 0L);
    }

    /// How many orders the canteen has today.
    public int orders() {
        var reply = till.get("/v1/pos/checkouts?limit=500");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.at("/items").size();
    }

    /// The sum of each account's balance of two trial balances.
    public static long sum(Map<String, Long> balances) {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Grants as `code fen`.
    public static List<String> grants(Reply reply) {
        var grants = new ArrayList<String>();
        reply.at("/grants")
                .forEach(grant ->
                        grants.add(grant.at("/code").asText() + " " + grant.at("/fen").asLong()));
        return List.copyOf(grants);
    }

    /// Refusals by code.
    public static Map<String, String> refusals(Reply reply) {
        var refusals = new HashMap<String, String>();
        reply.at("/refusals")
                .forEach(refusal ->
                        refusals.put(refusal.at("/code").asText(), refusal.at("/reason").asText()));
        return refusals;
    }
}
