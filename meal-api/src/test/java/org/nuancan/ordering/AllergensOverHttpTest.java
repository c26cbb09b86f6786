package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Allergens and diets at every door: the elder's record, the dish, orders, plans, sheets, labels,
/// the till.
class AllergensOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();

    @ParameterizedTest(name = "elder {0}, dish {1}")
    @CsvSource({
        "花生,       PEANUT",
        "Peanuts,    PEANUT",
        "ＰＥＡＮＵＴ, PEANUT",
        "花生酱,     PEANUT",
        "PEANUT,     花生酱",
        "落花生,     peanuts",
    })
    void one_allergen_in_two_languages_is_refused(String ofElder, String ofDish) {
        var diner = eats(List.of(), List.of(ofElder));
        cooks(List.of(ofDish), List.of());

        var refused = kitchen.place(kitchen.order(diner, "DINE_IN"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ALLERGEN");
        assertThat(refused.text("/allergens/0")).isEqualTo("PEANUT");
    }

    @Test
    void words_are_stored_as_codes_and_old_rows_are_compared_as_codes() {
        var diner = eats(List.of("糖尿病"), List.of("花生"));
        cooks(List.of("Peanut butter", "芒果"), List.of("清真"));
        var record = canteen.server().as(Role.CITY_ADMIN).get("/v1/elders/" + diner.elderId());
        var dishes = kitchen.manager().get("/v1/sites/" + canteen.siteId() + "/dishes");

        assertThat(record.text("/allergens/0")).isEqualTo("PEANUT");
        assertThat(record.text("/diet/0")).isEqualTo("LOW_SUGAR");
        assertThat(dishes.at("/items/0/allergens").toString()).isEqualTo("[\"PEANUT\",\"芒果\"]");
        assertThat(dishes.at("/items/0/diet").toString()).isEqualTo("[\"HALAL\"]");

        stored("update elder set allergens = 'Groundnuts', diet = '' where elder_id = ?", diner);
        stored("update dish set allergens = '花生酱' where site_id = ?", canteen.siteId());
        assertThat(kitchen.place(kitchen.order(diner, "DINE_IN")).code()).isEqualTo("ALLERGEN");
    }

    @Test
    void a_dish_that_lacks_a_diet_is_refused_unless_that_is_accepted() {
        var diner = eats(List.of("清真", "软食"), List.of());
        cooks(List.of(), List.of("SOFT"));
        var wish = kitchen.order(diner, "DINE_IN");

        var refused = kitchen.place(wish);
        var accepted = kitchen.place(Canteen.with(wish, "dietAccepted", true));

        assertThat(refused.code()).isEqualTo("DIET");
        assertThat(refused.at("/diet").toString()).isEqualTo("[\"HALAL\"]");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(201);
        assertThat(accepted.text("/alerts/0")).isEqualTo("DIET");
        assertThat(accepted.text("/dietAcceptedBy")).isNotEmpty();
        assertThat(accepted.at("/allergenAcceptedBy").isNull()).isTrue();
    }

    @Test
    void who_accepted_is_kept_and_printed_on_the_label_with_the_words_of_the_codes()
            throws IOException {
        var diner = eats(List.of("清真"), List.of("🥜"));
        cooks(List.of("花生"), List.of());
        var wish =
                Canteen.with(
                        Canteen.with(kitchen.order(diner, "DINE_IN"), "dietAccepted", true),
                        "allergenAccepted",
                        true);
        var placed = kitchen.place(wish);

        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        assertThat(placed.text("/allergenAcceptedBy")).isEqualTo(placed.text("/placedBy"));
        var label = labels();
        assertThat(label)
                .contains("花生peanut")
                .contains("清真halal")
                .contains("allergenaccepted:" + placed.text("/placedBy"))
                .contains("dietaccepted:" + placed.text("/placedBy"));
        var sheet =
                kitchen.manager()
                        .get(
                                "/v1/kitchens/%d/production?date=%s&slot=LUNCH"
                                        .formatted(canteen.siteId(), kitchen.today()));
        assertThat(sheet.at("/different/0/allergens").toString()).isEqualTo("[\"PEANUT\"]");
        assertThat(sheet.at("/different/0/unmet").toString()).isEqualTo("[\"HALAL\"]");
    }

    @Test
    void a_plan_orders_only_what_it_was_made_to_accept() {
        var diner = eats(List.of("清真"), List.of("虾"));
        cooks(List.of("蟹"), List.of());

        assertThat(planned(diner, Map.of())).isEqualTo("ALLERGEN");
        assertThat(planned(eats(List.of("清真"), List.of()), Map.of())).isEqualTo("DIET");
        var accepted = Map.<String, Object>of("allergenAccepted", true, "dietAccepted", true);
        assertThat(planned(eats(List.of("清真"), List.of("虾")), accepted)).isEqualTo("PLACED");
    }

    @Test
    void the_till_shows_codes() {
        var diner = eats(List.of("低盐"), List.of("落花生"));
        var shown =
                canteen.till()
                        .post(
                                "/v1/pos/verifications",
                                Map.of("credential", Canteen.card(diner.card())));

        assertThat(shown.at("/elder/allergens").toString()).isEqualTo("[\"PEANUT\"]");
        assertThat(shown.at("/elder/diet").toString()).isEqualTo("[\"LOW_SALT\"]");
    }

    private Diner eats(List<String> diet, List<String> allergens) {
        var diner = canteen.ordinary();
        var changed =
                canteen.server()
                        .as(Role.CITY_ADMIN)
                        .patch(
                                "/v1/elders/" + diner.elderId(),
                                Map.of("version", 1, "diet", diet, "allergens", allergens));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        return diner;
    }

    private void cooks(List<String> allergens, List<String> diet) {
        assertThat(kitchen.lunch(20).status()).isEqualTo(200);
        var dish = new HashMap<String, Object>();
        dish.put("sku", "SET");
        dish.put("name", Map.of("zh", "今日套餐", "en", "Set of the day"));
        dish.put("allergens", allergens);
        dish.put("diet", diet);
        dish.put("nutrition", null);
        var dishes =
                kitchen.manager().put("/v1/sites/" + canteen.siteId() + "/dishes", List.of(dish));
        assertThat(dishes.status()).as(dishes.toString()).isEqualTo(200);
    }

    /// What became of a plan's meal of today.
    private String planned(Diner diner, Map<String, Object> accepted) {
        var plan = new HashMap<String, Object>(accepted);
        plan.put("siteId", Long.toString(canteen.siteId()));
        plan.put("weekdays", List.of("WED"));
        plan.put("slot", "LUNCH");
        plan.put("fulfilment", "DINE_IN");
        plan.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        plan.put("from", kitchen.today());
        var made = kitchen.desk().post("/v1/elders/" + diner.elderId() + "/meal-plans", plan);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var placed = canteen.server().as(Role.CITY_ADMIN).post("/v1/meal-plans/placements");
        assertThat(placed.status()).isLessThan(300);
        Reply shown = kitchen.desk().get("/v1/meal-plans/" + made.text("/planId"));
        var day =
                shown.at("/days")
                        .valueStream()
                        .filter(one -> one.at("/date").asText().equals(kitchen.today()))
                        .findFirst()
                        .orElseThrow();
        return day.at("/reason").isNull()
                ? day.at("/outcome").asText()
                : day.at("/reason").asText();
    }

    private String labels() throws IOException {
        var path =
                "/v1/kitchens/%d/labels.pdf?date=%s&slot=LUNCH&format=THERMAL_60X40"
                        .formatted(canteen.siteId(), kitchen.today());
        try (var reader = new PdfReader(kitchen.manager().download(path))) {
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s", "");
        }
    }

    private void stored(String sql, Diner diner) {
        stored(sql, Long.parseLong(diner.elderId()));
    }

    private void stored(String sql, long id) {
        var changed =
                canteen.server()
                        .bean(Transactions.class)
                        .inOne(connection -> Sql.on(connection, sql).with(id).run());
        assertThat(changed).isEqualTo(1);
    }
}
