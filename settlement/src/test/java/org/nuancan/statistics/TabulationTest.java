package org.nuancan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.SiteType;

class TabulationTest {

    private static CellTable table(List<Dimension> by, CountedMeal... meals) {
        var tabulation = new Tabulation(by);
        List.of(meals).forEach(tabulation::add);
        return tabulation.table();
    }

    private static Figures figures(CellTable table, String... key) {
        return table.cells().stream()
                .filter(cell -> cell.key().equals(List.of(key)))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    @ParameterizedTest
    @CsvSource({
        "0, <60",
        "59, <60",
        "60, 60-69",
        "69, 60-69",
        "70, 70-79",
        "79, 70-79",
        "80, 80-89",
        "89, 80-89",
        "90, 90+",
        "117, 90+",
    })
    void ages_have_bands_of_ten_years(long age, String range) {
        assertThat(AgeBand.of(age).range()).isEqualTo(range);
    }

    @Test
    void an_elder_is_counted_once_in_a_cell_and_once_in_the_total() {
        var table =
                table(
                        List.of(Dimension.street),
                        Meals.of(1),
                        Meals.of(1),
                        Meals.of(2),
                        Meals.at(
                                Meals.of(2),
                                new CountedMeal.Place(72, "110105013", SiteType.RESTAURANT)));

        assertThat(figures(table, "110105012").elders()).isEqualTo(2);
        assertThat(figures(table, "110105012").meals()).isEqualTo(3);
        assertThat(figures(table, "110105013").elders()).isEqualTo(1);
        assertThat(table.total().figures().elders()).isEqualTo(2);
        assertThat(table.total().figures().meals()).isEqualTo(4);
        assertThat(table.total().figures().grants())
                .isEqualTo(Map.of("11", Fen.of(4 * (250 + 300)), "110105", Fen.of(4 * 250)));
        assertThat(table.overlaps()).isFalse();
    }

    @Test
    void by_category_an_elder_is_in_each_of_the_own_categories() {
        var both = Meals.elder(3, AgeBand.FROM_90, Category.DISABLED, Category.LIVING_ALONE);

        var table =
                table(List.of(Dimension.category, Dimension.ageBand), Meals.of(both), Meals.of(4));

        assertThat(table.overlaps()).isTrue();
        assertThat(table.cells().stream().map(CountedCell::key))
                .containsExactly(
                        List.of("DISABLED", "90+"),
                        List.of("LIVING_ALONE", "90+"),
                        List.of("NONE", "70-79"));
        assertThat(table.total().figures().meals()).isEqualTo(2);
    }

    @Test
    void by_policy_a_cell_has_the_grants_of_its_policy_alone() {
        var table = table(List.of(Dimension.policy), Meals.of(5), Meals.anonymous());

        assertThat(figures(table, "BJ-DINER").grants())
                .isEqualTo(Map.of("11", Fen.of(250), "110105", Fen.of(250)));
        assertThat(figures(table, "BJ-FLOW").granted()).isEqualTo(Fen.of(300));
        assertThat(figures(table, "NONE").anonymous().meals()).isEqualTo(1);
        assertThat(table.total().figures().granted()).isEqualTo(Fen.of(250 + 250 + 300));
    }

    @Test
    void sales_without_an_elder_are_apart_and_last() {
        var table = table(List.of(Dimension.ageBand), Meals.anonymous(), Meals.of(6));

        assertThat(table.cells().stream().map(CountedCell::key))
                .containsExactly(List.of("70-79"), List.of("ANONYMOUS"));
        assertThat(figures(table, "ANONYMOUS"))
                .isEqualTo(
                        new Figures(
                                0,
                                0,
                                0,
                                Fen.ZERO,
                                Fen.ZERO,
                                new TreeMap<>(),
                                new Figures.Anonymous(1, 0, Fen.of(2100), Fen.of(2100))));
        assertThat(figures(table, "70-79").anonymous().meals()).isZero();
        assertThat(table.total().figures().anonymous().paid()).isEqualTo(Fen.of(2100));
    }

    @Test
    void by_tender_a_cell_has_what_was_paid_with_its_tender() {
        var table = table(List.of(Dimension.tender), Meals.of(7), Meals.anonymous());

        assertThat(figures(table, "CASH").elderPays()).isEqualTo(Fen.of(1300));
        assertThat(figures(table, "ECNY").anonymous().paid()).isEqualTo(Fen.of(2100));
    }

    @Test
    void without_dimensions_there_is_only_the_total() {
        var table = table(List.of(), Meals.of(8));

        assertThat(table.cells()).isEmpty();
        assertThat(table.total().figures().bill()).isEqualTo(Fen.of(1800));
    }
}
