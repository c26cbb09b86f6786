package org.nuancan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A small city for a load: sites with a till each, and elders with cards whom Beijing's policies
/// grant 5.00 a day.
///
/// @param tills one a site
/// @param cards of elders
record Lunch(List<Api> tills, List<String> cards) {

    private static final String STREET = "110105012";
    private static final String PASSWORD = "bench-pass";

    /// Makes it over HTTP, as an administrator would.
    static Lunch prepared(HttpClient http, URI address, int sites, int elders) {
        var city = Api.signedIn(http, address, "city", PASSWORD);
        var tills = new ArrayList<Api>();
        for (var site = 0; site < sites; site++) {
            tills.add(till(http, address, city, site));
        }
        var cards = new ArrayList<String>();
        for (var elder = 0; elder < elders; elder++) {
            cards.add(card(city, elder));
        }
        return new Lunch(List.copyOf(tills), List.copyOf(cards));
    }

    private static Api till(HttpClient http, URI address, Api city, int number) {
        var provider =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "食堂 %d", "kind": "CANTEEN", "districtCode": "110105",
                         "bankAccount": {"name": "食堂", "number": "62220202000%05d",
                                         "bankCode": "102100099996"}}
                        """
                                .formatted(number, number));
        var site =
                city.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "助餐点 %d", "division": "%s",
                         "type": "STATION", "grade": 2, "listedFrom": "2022-04-01",
                         "listedTo": null, "address": "望京街", "latitude": 39.99,
                         "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                        """
                                .formatted(provider.at("/providerId").asText(), number, STREET));
        var siteId = site.at("/siteId").asText();
        var _ =
                city.post(
                        "/v1/sites/" + siteId + "/prices",
                        """
                        [{"sku": "SET", "name": "午餐套餐", "priceFen": 1600,
                          "subsidisable": true, "openPrice": false},
                         {"sku": "SOUP", "name": "例汤", "priceFen": 200,
                          "subsidisable": true, "openPrice": false}]
                        """);
        var terminal = city.post("/v1/sites/" + siteId + "/terminals", "{\"label\": \"收银台\"}");
        var terminalId = terminal.at("/terminalId").asText();
        var activated =
                city.post(
                        "/v1/terminals/activate",
                        "{\"terminalId\": \"%s\", \"activationCode\": \"%s\"}"
                                .formatted(terminalId, terminal.at("/activationCode").asText()));
        return Api.signedIn(http, address, terminalId, activated.at("/secret").asText());
    }

    private static String card(Api city, int number) {
        var elder =
                city.post(
                        "/v1/elders",
                        """
                        {"name": "测试", "idNumber": "%s",
                         "household": {"kind": "LOCAL", "division": "%s"},
                         "residenceDivision": "%s", "address": "望京", "phone": "13800000000",
                         "categories": [{"category": "DISABLED", "from": "2024-01-01", "to": null,
                                         "evidence": "测试"}],
                         "careGrade": 0, "diet": [], "allergens": [], "contacts": []}
                        """
                                .formatted(idNumber(number), STREET, STREET));
        var card = "BENCH-" + number;
        var _ =
                city.post(
                        "/v1/elders/" + elder.at("/elderId").asText() + "/cards",
                        "{\"cardNumber\": \"%s\", \"kind\": \"SENIOR_CARD\", \"validTo\": null}"
                                .formatted(card));
        return card;
    }

    /// GB 11643; nobody is born in a year of this many.
    private static String idNumber(int number) {
        var birth = LocalDate.of(1930, 1, 1).plusDays(number / 1000);
        var digits =
                "110105"
                        + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(number % 1000);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /// A lunch of two items on a card: the first of a day costs 13.00, later ones 18.00.
    static String meal(String card, boolean first) {
        return """
        {"credential": {"type": "CARD", "value": "%s"}, "slot": "LUNCH",
         "items": [{"sku": "SET", "quantity": 1}, {"sku": "SOUP", "quantity": 1}],
         "tenders": [{"type": "CASH", "amountFen": %d}]}
        """
                .formatted(card, first ? 1300 : 1800);
    }
}
