package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nuancan.http.Reply;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// One meal of a kitchen as each of those sees it who have to agree: the desk, the kitchen's sheet
/// and labels, the riders' sheets.
///
/// @param road whose kitchen cooks it
/// @param date of the meal
record OneMeal(Road road, LocalDate date) {

    /// Addresses of the tests: one an order, so that paper tells which.
    static final Pattern ADDRESS = Pattern.compile("QX\\d{6}");

    private static final Set<String> AT_THE_DOOR =
            Set.of("NO_ANSWER", "REFUSED", "WRONG_ADDRESS", "UNSAFE", "OTHER");

    /// Every order of the meal, as the desk shows it.
    List<JsonNode> orders() {
        var all =
                road.kitchen()
                        .desk()
                        .get(
                                "/v1/orders?limit=500&slot=LUNCH&siteId=%d&date=%s"
                                        .formatted(road.kitchen().canteen().siteId(), date));
        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        return all.at("/items").valueStream().toList();
    }

    /// Whether the kitchen cooks an order, or has, by its history alone.
    static boolean isCooked(JsonNode order) {
        return switch (order.at("/state").asText()) {
            case "CANCELLED" -> false;
            case "FAILED" -> wasCooked(order);
            default -> true;
        };
    }

    /// Whether the kitchen, or a rider at the door, said so.
    static boolean wasCooked(JsonNode order) {
        return order.at("/history")
                .valueStream()
                .filter(step -> !step.at("/outcome").asText().equals("REFUSED"))
                .anyMatch(step ->
                        Set.of("PREPARE", "OUT").contains(step.at("/kind").asText())
                                || AT_THE_DOOR.contains(step.at("/reason").asText()));
    }

    /// Whether a rider said that it left the kitchen.
    static boolean hasLeft(JsonNode order) {
        return order.at("/history")
                .valueStream()
                .anyMatch(step ->
                        step.at("/kind").asText().equals("OUT")
                                && !step.at("/outcome").asText().equals("REFUSED"));
    }

    static String id(JsonNode order) {
        return order.at("/orderId").asText();
    }

    static boolean isDelivery(JsonNode order) {
        return order.at("/fulfilment").asText().equals("DELIVERY");
    }

    /// The four that agree: who reads one of them knows the others.
    void mustAgree() throws IOException {
        var cooked = orders().stream().filter(OneMeal::isCooked).toList();
        var meant = cooked.stream().map(OneMeal::id).collect(Collectors.toCollection(TreeSet::new));
        var production = production();
        assertThat(production.number("/orders")).isEqualTo(meant.size());
        assertThat(different(production)).isEqualTo(meant);
        assertThat(ordered()).isEqualTo(meant.size());

        var labels = labels();
        assertThat(labels).hasSize(meant.size());
        assertThat(addressesOn(labels)).isEqualTo(addressesOf(cooked));
        for (var run : runs()) {
            var driven = cooked.stream().filter(order -> stops(run).contains(id(order))).toList();
            assertThat(addressesOn(List.of(sheet(run)))).isEqualTo(addressesOf(driven));
        }
    }

    private static TreeSet<String> addressesOf(Collection<JsonNode> orders) {
        return orders.stream()
                .filter(OneMeal::isDelivery)
                .map(order -> order.at("/address").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> addressesOn(Collection<String> pages) {
        var found = new TreeSet<String>();
        for (var page : pages) {
            ADDRESS.matcher(page).results().forEach(one -> found.add(one.group()));
        }
        return found;
    }

    private Reply production() {
        return get("production");
    }

    private Reply get(String what) {
        var sheet = road.staff().get(path(what));
        assertThat(sheet.status()).as(sheet.toString()).isEqualTo(200);
        return sheet;
    }

    private String path(String what) {
        return "/v1/kitchens/%d/%s?date=%s&slot=LUNCH"
                .formatted(road.kitchen().canteen().siteId(), what, date);
    }

    /// All our diners eat with little salt, which the dish is not known to be: each is listed.
    private static TreeSet<String> different(Reply production) {
        return new TreeSet<>(production.at("/different").findValuesAsText("orderId"));
    }

    /// Every order is of one portion.
    private long ordered() {
        return get("balance")
                .at("/items")
                .valueStream()
                .mapToLong(item -> item.at("/ordered").asLong())
                .sum();
    }

    /// A page for each label; none for the page that says that there is none.
    private List<String> labels() throws IOException {
        return pages(road.staff().download(path("labels.pdf") + "&format=THERMAL_60X40")).stream()
                .filter(page -> !page.contains("No labels"))
                .toList();
    }

    List<JsonNode> runs() {
        return road.dispatcher()
                .get(
                        "/v1/delivery-runs?limit=500&siteId=%d&date=%s"
                                .formatted(road.kitchen().canteen().siteId(), date))
                .at("/items")
                .valueStream()
                .toList();
    }

    static List<String> stops(JsonNode run) {
        return run.at("/stops").findValuesAsText("orderId");
    }

    private String sheet(JsonNode run) throws IOException {
        var path = "/v1/delivery-runs/" + run.at("/runId").asText() + "/sheet.pdf";
        return String.join("\n", pages(road.dispatcher().download(path)));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            var pages = new ArrayList<String>();
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            return pages;
        }
    }
}
