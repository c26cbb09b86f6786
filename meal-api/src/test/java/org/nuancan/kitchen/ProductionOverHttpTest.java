package org.nuancan.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

class ProductionOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();
    private final Client staff =
            canteen.server().as(Role.KITCHEN_STAFF, ScopeWords.site(canteen.siteId()));

    @Test
    void production_counts_by_dish_diet_and_drop_point_and_says_who_eats_differently() {
        assertThat(kitchen.lunch(50).status()).isEqualTo(200);
        var _ = kitchen.placed(kitchen.delivery(canteen.ordinary()));
        var two = kitchen.order(canteen.ordinary(), "TAKE_AWAY");
        two.put("items", List.of(Map.of("sku", "SET", "quantity", 2)));
        var _ = kitchen.placed(two);
        var gone = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        assertThat(kitchen.cancel(gone).status()).isEqualTo(200);

        var sheet = production("");

        assertThat(sheet.number("/orders")).isEqualTo(2);
        assertThat(sheet.number("/portions")).isEqualTo(3);
        assertThat(sheet.at("/dishes/0/counts").toString())
                .isEqualTo(
                        """
                        [{"diet":"LOW_SALT","dropPoint":"110105012","portions":1},\
                        {"diet":"LOW_SALT","dropPoint":"COUNTER","portions":2}]\
                        """);
        assertThat(sheet.at("/different/0/unmet/0").asText()).isEqualTo("LOW_SALT");
        assertThat(sheet.text("/takenAt")).startsWith("2026-11-18T01:00");
    }

    @Test
    void changes_since_an_earlier_sheet_are_listed() {
        assertThat(kitchen.lunch(50).status()).isEqualTo(200);
        var early = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var since = production("").text("/takenAt");
        kitchen.clock(Kitchen.TODAY + "T09:30:00+08:00");
        assertThat(kitchen.cancel(early).status()).isEqualTo(200);
        var late = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var passing = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        assertThat(kitchen.cancel(passing).status()).isEqualTo(200);

        var changes = production("&since=" + since).at("/changes");

        var said = new TreeMap<String, String>();
        changes.forEach(one -> said.put(one.at("/orderId").asText(), one.at("/kind").asText()));
        assertThat(said).isEqualTo(new TreeMap<>(Map.of(early, "REMOVED", late, "ADDED")));
    }

    @Test
    void sheets_and_labels_are_printed() {
        assertThat(kitchen.lunch(50).status()).isEqualTo(200);
        var _ = kitchen.placed(kitchen.delivery(canteen.ordinary()));

        for (var path :
                List.of("production.pdf", "labels.pdf", "labels.pdf?format=THERMAL_60X40")) {
            var separator = path.contains("?") ? "&" : "?";
            var pdf =
                    staff.with("Accept", "application/pdf")
                            .get(
                                    "/v1/kitchens/%d/%s%sdate=%s&slot=LUNCH"
                                            .formatted(
                                                    canteen.siteId(),
                                                    path,
                                                    separator,
                                                    Kitchen.TODAY));
            assertThat(pdf.status()).as(path + pdf).isEqualTo(200);
            assertThat(pdf.body()).startsWith("%PDF-");
            assertThat(pdf.header("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void a_sample_that_is_too_small_or_not_kept_long_enough_is_refused() {
        var batch =
                staff.post(
                        "/v1/kitchens/" + canteen.siteId() + "/batches",
                        Map.of(
                                "sku",
                                "SET",
                                "portions",
                                80,
                                "cookedAt",
                                Kitchen.TODAY + "T08:30:00+08:00",
                                "coreTemperature",
                                65,
                                "slot",
                                "LUNCH"));
        assertThat(batch.at("/warnings/0").asText()).isEqualTo("CORE_TOO_COLD");
        var path = "/v1/batches/" + batch.text("/batchId") + "/samples";
        var reminders = "/v1/kitchens/" + canteen.siteId() + "/samples";
        assertThat(staff.get(reminders).at("/missing")).hasSize(1);

        var bad =
                staff.post(
                        path, sample(124, Kitchen.TODAY.replace("18", "20") + "T08:29:59+08:00"));
        var good =
                staff.post(
                        path, sample(125, Kitchen.TODAY.replace("18", "20") + "T08:30:00+08:00"));

        assertThat(bad.code()).isEqualTo("SAMPLE_REFUSED");
        assertThat(bad.at("/errors")).hasSize(2);
        assertThat(good.status()).as(good.toString()).isEqualTo(201);
        assertThat(staff.get(reminders).at("/missing")).isEmpty();
        assertThat(staff.get(reminders).at("/kept")).hasSize(1);
        var disposal = "/v1/samples/" + good.text("/sampleId") + "/disposal";
        assertThat(staff.post(disposal).status()).isEqualTo(422);
        var other = Kitchen.open();
        var stranger =
                canteen.server().as(Role.KITCHEN_STAFF, ScopeWords.site(other.canteen().siteId()));
        assertThat(stranger.post(disposal).status()).isEqualTo(404);
        assertThat(stranger.get(reminders).status()).isEqualTo(404);
    }

    private static Map<String, Object> sample(int grams, String until) {
        return Map.of("grams", grams, "keptUntil", until, "location", "1 号冰箱");
    }

    @Test
    void what_was_cooked_is_a_dish_of_the_site_and_was_cooked_lately() {
        var path = "/v1/kitchens/" + canteen.siteId() + "/batches";
        var unknown = staff.post(path, batch("UNICORN", Kitchen.TODAY + "T08:30:00+08:00"));
        var ancient = staff.post(path, batch("SET", "1000-01-01T08:30:00+08:00"));
        var tomorrow = staff.post(path, batch("SET", "2026-11-19T08:30:00+08:00"));
        var lately = staff.post(path, batch("SET", "2026-11-12T08:30:00+08:00"));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("SKU_UNKNOWN");
        for (var refused : List.of(ancient, tomorrow)) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/cookedAt");
        }
        assertThat(lately.status()).as(lately.toString()).isEqualTo(201);
    }

    @Test
    void a_batch_is_for_a_meal_of_the_day_it_was_cooked_or_the_next() {
        var path = "/v1/kitchens/" + canteen.siteId() + "/batches";
        for (var date : List.of("2026-11-16", "2026-11-19", "9999-12-31")) {
            var batch = new HashMap<>(batch("SET", "2026-11-17T08:30:00+08:00"));
            batch.put("date", date);
            var refused = staff.post(path, batch);

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/date");
        }
        var eve = new HashMap<>(batch("SET", "2026-11-17T08:30:00+08:00"));
        eve.put("date", "2026-11-18");
        assertThat(staff.post(path, eve).status()).isEqualTo(201);
    }

    private static Map<String, Object> batch(String sku, String cookedAt) {
        return Map.of("sku", sku, "portions", 80, "cookedAt", cookedAt, "coreTemperature", 80);
    }

    private Reply production(String more) {
        var sheet =
                staff.get(
                        "/v1/kitchens/%d/production?date=%s&slot=LUNCH%s"
                                .formatted(canteen.siteId(), Kitchen.TODAY, more));
        assertThat(sheet.status()).as(sheet.toString()).isEqualTo(200);
        return sheet;
    }
}
