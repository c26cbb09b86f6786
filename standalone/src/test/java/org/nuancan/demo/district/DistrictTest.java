package org.nuancan.demo.district;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.SiteType;

class DistrictTest {

    private static final District DISTRICT = District.of(District.SEED);
    private static final LocalDate LUNCH = LocalDate.of(2026, 11, 18);

    @Test
    void the_same_seed_makes_the_same_district_and_another_seed_another() {
        assertThat(District.of(District.SEED)).isEqualTo(DISTRICT);
        assertThat(District.of(District.SEED + 1)).isNotEqualTo(DISTRICT);
    }

    @Test
    void ages_follow_the_age_table_of_the_district() {
        var bands =
                DISTRICT.elders().stream()
                        .map(elder -> elder.on(LUNCH).ageOn(District.COUNTED_ON))
                        .collect(groupingBy(age -> Math.min(age / 10, 8), counting()));

        // 38.4, 21.5 and 12.5 of 72.5 ten-thousands; the last band takes the table's rounding
        // difference.
        assertThat(bands.keySet()).containsExactlyInAnyOrder(6L, 7L, 8L);
        assertThat(bands.get(6L)).isEqualTo(20_000 * 384 / 724);
        assertThat(bands.get(7L)).isEqualTo(20_000 * 215 / 724);
        assertThat(bands.get(8L)).isEqualTo(20_000 * 125 / 724 + 1);
    }

    @Test
    void id_numbers_are_unique_valid_and_of_a_place_that_does_not_exist() {
        assertThat(DISTRICT.elders())
                .hasSize(20_000)
                .allSatisfy(elder -> {
                    assertThat(remainder(elder.idNumber())).isEqualTo(1);
                    assertThat(elder.idNumber())
                            .startsWith("110199")
                            .contains(elder.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE));
                    assertThat((elder.idNumber().charAt(16) - '0') % 2 == 0)
                            .isEqualTo(elder.female());
                });
        assertThat(DISTRICT.elders().stream().map(DemoElder::idNumber)).doesNotHaveDuplicates();
        assertThat(DISTRICT.elders().stream().map(DemoElder::cardNumber)).doesNotHaveDuplicates();
    }

    /// GB 11643 by its definition: the digits times 2^17, 2^16, …, 2^0 leave 1 modulo 11.
    private static int remainder(String idNumber) {
        var sum = 0;
        for (var i = 0; i < 18; i++) {
            var digit = idNumber.charAt(i) == 'X' ? 10 : idNumber.charAt(i) - '0';
            sum += digit * ((1 << (17 - i)) % 11);
        }
        return sum % 11;
    }

    @Test
    void the_worked_example_of_the_standard_gets_its_check_digit() {
        // GB 11643-1999, annex: 11010519491231002X; here with a place code that does not exist.
        assertThat(remainder("11010519491231002X")).isEqualTo(1);
        assertThatThrownBy(() -> SyntheticIdNumbers.of("110105", LocalDate.of(1949, 12, 31), 902))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not synthetic");
    }

    @Test
    void a_fair_part_of_the_elders_is_entitled_and_every_exclusion_occurs() {
        var qualified =
                DISTRICT.elders().stream().filter(elder -> Qualification.of(elder, LUNCH)).count();

        assertThat(qualified).isBetween(2_500L, 5_000L);
        assertThat(share(elder -> elder.household().kind() == Household.Kind.NON_LOCAL))
                .isBetween(1_400L, 1_800L);
        assertThat(share(elder -> elder.on(LUNCH).isInInstitutionOn(LUNCH))).isBetween(100L, 400L);
        assertThat(share(elder -> elder.status() == ElderStatus.SUSPENDED)).isBetween(100L, 300L);
        assertThat(share(elder -> elder.status() == ElderStatus.DECEASED)).isPositive();
        assertThat(
                        DISTRICT.elders().stream()
                                .flatMap(elder -> elder.on(LUNCH).categories().stream())
                                .distinct())
                .containsExactlyInAnyOrder(Category.values());
    }

    private static long share(java.util.function.Predicate<DemoElder> condition) {
        return DISTRICT.elders().stream().filter(condition).count();
    }

    @Test
    void chaoyang_has_40_sites_of_all_types_and_the_neighbour_one() {
        assertThat(sitesOf(District.CHAOYANG)).hasSize(40);
        assertThat(sitesOf(District.CHAOYANG).stream().map(DemoSite::type).distinct())
                .containsExactlyInAnyOrder(SiteType.values());
        assertThat(sitesOf(District.DONGCHENG)).hasSize(1);
        assertThat(DISTRICT.providers().stream().map(DemoProvider::kind).distinct())
                .containsExactlyInAnyOrder(DemoProvider.Kind.values());
        assertThat(allSites().map(DemoSite::name)).doesNotHaveDuplicates();
    }

    @Test
    void a_site_is_in_the_district_of_its_provider() {
        assertThat(DISTRICT.providers())
                .allSatisfy(provider ->
                        assertThat(provider.sites())
                                .isNotEmpty()
                                .allMatch(site ->
                                        site.division()
                                                .code()
                                                .startsWith(provider.districtCode())));
    }

    @Test
    void the_first_site_is_the_listed_site_of_the_demo_terminal() {
        var first = DISTRICT.providers().getFirst().sites().getFirst();

        assertThat(first.division().code()).isEqualTo("110105012");
        assertThat(first.listedTo()).isEmpty();
    }

    @Test
    void every_price_list_that_serves_meals_has_food_the_scales_and_beer_without_subsidy() {
        assertThat(allSites().filter(site -> site.prices().size() > 1))
                .hasSize(40)
                .allSatisfy(site -> {
                    assertThat(site.prices().stream().map(Dish::sku))
                            .doesNotHaveDuplicates()
                            .contains("SET-A", "BUFFET", "BEER");
                    assertThat(site.prices())
                            .anyMatch(dish -> dish.openPrice() && dish.priceFen() == 0)
                            .anyMatch(dish -> !dish.subsidisable())
                            .allMatch(dish -> dish.openPrice() || dish.priceFen() > 0);
                });
    }

    @Test
    void some_sites_were_struck_off_the_list() {
        assertThat(allSites().filter(site -> site.listedTo().isPresent()).count())
                .isBetween(1L, 5L);
    }

    private static Stream<DemoSite> allSites() {
        return DISTRICT.providers().stream().flatMap(provider -> provider.sites().stream());
    }

    private static List<DemoSite> sitesOf(String districtCode) {
        return DISTRICT.providers().stream()
                .filter(provider -> provider.districtCode().equals(districtCode))
                .flatMap(provider -> provider.sites().stream())
                .toList();
    }
}
