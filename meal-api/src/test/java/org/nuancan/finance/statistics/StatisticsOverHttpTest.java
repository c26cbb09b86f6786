package org.nuancan.finance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Eight elders eat lunch at a site, three of them dinner too: who reads what of it.
class StatisticsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final String DISTRICT = "110109";
    private static final String STREET = "110109001";
    private static final LocalDate TODAY = BusinessDay.today(SERVER.bean(Clock.class)).date();
    private static final String QUERY = "?from=%s&to=%s".formatted(TODAY, TODAY);
    private static final Map<List<String>, String> HIDDEN =
            Map.of(List.of("LUNCH"), "SECOND", List.of("DINNER"), "FEW");

    private static StatisticsTown.Site site = new StatisticsTown.Site("", 0, "", "");

    @BeforeAll
    static void lunch_and_dinner() {
        var town = new StatisticsTown(SERVER);
        site = town.site(STREET, "STATION");
        var elders = new ArrayList<StatisticsTown.Elder>();
        for (var number = 0; number < 8; number++) {
            elders.add(
                    town.elder(
                            700 + number, LocalDate.of(1944 + number, 2, 3), "LOCAL", List.of()));
        }
        for (var elder : elders) {
            var _ = town.sell(site, TODAY, Optional.of(elder), wish("LUNCH"));
        }
        for (var elder : elders.subList(0, 3)) {
            var _ = town.sell(site, TODAY, Optional.of(elder), wish("DINNER"));
        }
    }

    private static StatisticsTown.Wish wish(String slot) {
        return new StatisticsTown.Wish(slot, "DINE_IN", 2, 0, "CASH");
    }

    private static Client as(String role) {
        return SERVER.as(
                role,
                switch (role) {
                    case Role.CITY_ADMIN -> ScopeWords.city();
                    case Role.STREET_OFFICER, Role.ORDER_DESK -> ScopeWords.street(STREET);
                    case Role.PROVIDER_MANAGER, Role.DISPATCHER, Role.RIDER ->
                            ScopeWords.provider(Long.parseLong(site.providerId()));
                    case Role.KITCHEN_STAFF -> ScopeWords.site(site.siteId());
                    default -> ScopeWords.district(DISTRICT);
                });
    }

    private static Map<List<String>, String> hidden(Reply answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var found = new HashMap<List<String>, String>();
        answer.at("/cells")
                .forEach(cell -> {
                    if (!cell.at("/hidden").isNull()) {
                        assertThat(cell.at("/figures").isNull()).isTrue();
                        found.put(List.of(cell.at("/key/0").asText()), cell.at("/hidden").asText());
                    }
                });
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_ADMIN, false",
        "DISTRICT_OFFICER, false",
        "DISTRICT_FINANCE, false",
        "AUDITOR, false",
        "STREET_OFFICER, true",
        "PROVIDER_MANAGER, true",
    })
    void figures_of_few_elders_are_for_officials_of_a_district_or_the_city(
            String role, boolean areHidden) {
        var answer = as(role).get("/v1/statistics" + QUERY + "&districtCode=110109&by=slot");

        assertThat(hidden(answer)).isEqualTo(areHidden ? HIDDEN : Map.of());
        assertThat(answer.number("/total/figures/elders")).isEqualTo(8);
        assertThat(answer.number("/total/figures/meals")).isEqualTo(8 + 3);
        assertThat(answer.number("/total/figures/billFen")).isEqualTo((8 + 3) * 2000);
        assertThat(answer.number("/total/figures/elderPaysFen")).isEqualTo((8 + 3) * 2000);
        assertThat(answer.at("/footing/foots").asBoolean()).isTrue();
    }

    @Test
    void a_total_of_few_elders_is_hidden_with_its_footing() {
        var town = new StatisticsTown(SERVER);
        var other = town.site("110111001", "RESTAURANT");
        var elder = town.elder(790, LocalDate.of(1939, 4, 5), "LOCAL", List.of());
        var _ = town.sell(other, TODAY, Optional.of(elder), wish("LUNCH"));
        var manager =
                SERVER.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(other.providerId())));

        var answer = manager.get("/v1/statistics" + QUERY);

        assertThat(answer.text("/total/hidden")).isEqualTo("FEW");
        assertThat(answer.at("/total/figures").isNull()).isTrue();
        assertThat(answer.at("/footing").isNull()).isTrue();
        assertThat(manager.get("/v1/statistics/report" + QUERY).body())
                .contains("\"line\":\"served.persons\"", "\"hidden\":\"FEW\"");
    }

    @Test
    void another_district_and_another_provider_see_nothing_of_it() {
        var stranger = new StatisticsTown(SERVER).site("110101001", "ELDER_TABLE");
        var district = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
        var manager =
                SERVER.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(stranger.providerId())));
        var street = SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110109003"));

        for (var other : List.of(district, manager, street)) {
            var answer = other.get("/v1/statistics" + QUERY + "&districtCode=110109&by=slot");
            assertThat(answer.number("/total/figures/meals")).as(answer.toString()).isZero();
            assertThat(answer.at("/cells").isEmpty()).isTrue();
        }
        for (var role : List.of(Role.KITCHEN_STAFF, Role.ORDER_DESK, Role.RIDER)) {
            assertThat(as(role).get("/v1/statistics" + QUERY).status()).isEqualTo(403);
            assertThat(as(role).get("/v1/statistics.xlsx" + QUERY).status()).isEqualTo(403);
        }
        assertThat(SERVER.anonymous().get("/v1/statistics" + QUERY).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-11-01&to=2026-11-30&by=colour|/by",
                "from=2026-11-01&to=2026-11-30&by=SLOT|/by",
                "from=2026-11-01&to=2026-11-30&by=slot,|/by",
                "from=2026-11-01&to=2026-11-30&by=slot,slot|/by",
                "from=2026-11-01&to=2026-11-30&by=slot,site,street,tender|/by",
                "from=2026-11-02&to=2026-11-01|/to",
                "from=2025-01-01&to=2026-01-02|/to",
                "from=1999-12-31&to=2000-01-02|/from",
                "from=2199-12-31&to=2200-01-01|/from",
                "from=2026-11-01&to=2026-11-30&districtCode=11010|/districtCode",
                "from=2026-11-01&to=2026-11-30&districtCode=11010%25|/districtCode",
            })
    void a_request_that_cannot_be_counted_is_refused_with_its_field(String query, String pointer) {
        var refused = as(Role.AUDITOR).get("/v1/statistics?" + query);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void a_leap_year_is_the_longest_stretch() {
        var answer = as(Role.AUDITOR).get("/v1/statistics?from=2024-01-01&to=2024-12-31&by=month");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("/total/figures/meals")).isZero();
    }

    @Test
    void values_have_names_in_both_languages() {
        var path = "/v1/statistics" + QUERY + "&by=street,slot";

        assertThat(as(Role.AUDITOR).get(path).at("/cells/0/names/1").asText()).isEqualTo("午餐");
        assertThat(
                        as(Role.AUDITOR)
                                .with("Accept-Language", "en")
                                .get(path)
                                .at("/cells/0/names/1")
                                .asText())
                .isEqualTo("lunch");
    }

    @Test
    void the_workbook_has_the_report_the_cells_and_that_they_foot_with_the_ledger()
            throws IOException {
        var path = "/v1/statistics.xlsx" + QUERY + "&districtCode=110109&by=slot";

        var full = sheets(as(Role.DISTRICT_FINANCE).download(path));
        var reduced = sheets(as(Role.PROVIDER_MANAGER).download(path));

        assertThat(full.getFirst()).contains("养老服务机构|1|Care organisations", "助餐人次|11|Meals served");
        assertThat(full.get(1)).contains("午餐|8|8|0|16000|16000|0|0|0|0");
        assertThat(full.getLast())
                .contains("与账簿一致 foots with the ledger|是 yes", "账簿补贴(分) bookedFen|0");
        assertThat(reduced.get(1))
                .contains(
                        "午餐|*|*|*|*|*|*|*|*|*",
                        "晚餐|<5|<5|<5|<5|<5|<5|<5|<5|<5",
                        "合计 total|8|11|0|22000|22000|0|0|0|0");
    }

    private static List<List<String>> sheets(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var sheets = new ArrayList<List<String>>();
            for (var sheet : book.getSheets().toList()) {
                sheets.add(
                        sheet.read().stream()
                                .map(row ->
                                        String.join(
                                                "|",
                                                row.stream().map(cell -> cell.getText()).toList()))
                                .toList());
            }
            return sheets;
        }
    }

    @Test
    void a_district_states_its_coverage_and_the_latest_statement_is_in_the_report() {
        var officer = as(Role.DISTRICT_OFFICER);
        var year = TODAY.getYear();

        var first = officer.withNewKey().post("/v1/statistics/coverage", stated(DISTRICT, 310));
        var second = officer.withNewKey().post("/v1/statistics/coverage", stated(DISTRICT, 317));
        var other = officer.withNewKey().post("/v1/statistics/coverage", stated("110101", 9));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.number("/communities")).isEqualTo(317);
        assertThat(other.status()).isEqualTo(403);
        var list = as(Role.AUDITOR).get("/v1/statistics/coverage?year=" + year);
        assertThat(list.at("/items").findValuesAsText("communities")).containsExactly("310", "317");
        var report = as(Role.DISTRICT_FINANCE).get("/v1/statistics/report" + QUERY);
        assertThat(report.body())
                .contains(
                        "{\"line\":\"coverage.communities\",\"name\":\"覆盖城乡社区（个）\",\"value\":317");
        var elsewhere =
                SERVER.as(Role.AUDITOR, ScopeWords.district("110101"))
                        .get("/v1/statistics/coverage?year=" + year);
        assertThat(elsewhere.at("/items").findValuesAsText("districtCode"))
                .doesNotContain(DISTRICT);
    }

    private static Map<String, Object> stated(String district, long communities) {
        return Map.of(
                "districtCode",
                district,
                "year",
                TODAY.getYear(),
                "communities",
                communities,
                "people",
                421_000);
    }
}
