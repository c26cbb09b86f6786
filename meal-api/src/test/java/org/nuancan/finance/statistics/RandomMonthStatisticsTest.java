package org.nuancan.finance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Statistics of a random month equal a count one by one: three sites in two districts, elders
/// whose age and categories change within the month, whole and partial refunds, a recovery.
class RandomMonthStatisticsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final StatisticsTown TOWN = new StatisticsTown(SERVER);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 25);
    private static final int DAYS = 30;
    private static final String MONTH =
            "/v1/statistics?from=%s&to=%s".formatted(FIRST, FIRST.plusDays(DAYS - 1));
    private static final List<KnownMeal> MEALS = new ArrayList<>();

    @BeforeAll
    static void a_month() {
        var random = new Random(20261125);
        TOWN.today(FIRST.minusDays(1));
        var sites =
                List.of(
                        TOWN.site("110105012", "STATION"),
                        TOWN.site("110105013", "RESTAURANT"),
                        TOWN.site("110101001", "ELDER_TABLE"));
        var elders = elders();
        for (var day = 0; day < DAYS; day++) {
            var date = FIRST.plusDays(day);
            TOWN.today(date);
            for (var sale = 0; sale < 6; sale++) {
                MEALS.add(sell(random, sites, elders, date));
            }
            refundSome(random);
        }
        MEALS.set(0, recovered(MEALS.getFirst()));
        deliver();
        MEALS.removeIf(meal -> meal.money().isGone());
    }

    private static List<StatisticsTown.Elder> elders() {
        var elders = new ArrayList<StatisticsTown.Elder>();
        var since = LocalDate.of(2024, 1, 1);
        var disabled = new StatisticsTown.Held("DISABLED", since, Optional.empty());
        elders.add(TOWN.elder(11, LocalDate.of(1946, 11, 9), "LOCAL", List.of(disabled)));
        elders.add(
                TOWN.elder(
                        12,
                        LocalDate.of(1955, 3, 2),
                        "LOCAL",
                        List.of(
                                new StatisticsTown.Held(
                                        "DEMENTIA", FIRST.plusDays(14), Optional.empty()),
                                new StatisticsTown.Held("LIVING_ALONE", since, Optional.empty()))));
        elders.add(
                TOWN.elder(
                        13,
                        LocalDate.of(1936, 10, 30),
                        "LOCAL",
                        List.of(
                                new StatisticsTown.Held(
                                        "EXTREME_POVERTY",
                                        since,
                                        Optional.of(FIRST.plusDays(11))))));
        elders.add(TOWN.elder(14, LocalDate.of(1960, 5, 5), "NON_LOCAL", List.of()));
        elders.add(TOWN.elder(15, LocalDate.of(1951, 7, 8), "LOCAL", List.of()));
        for (var more = 0; more < 4; more++) {
            elders.add(
                    TOWN.elder(
                            16 + more,
                            LocalDate.of(1940 + 4 * more, 6, 1),
                            "LOCAL",
                            more % 2 == 0 ? List.of(disabled) : List.of()));
        }
        return elders;
    }

    private static KnownMeal sell(
            Random random,
            List<StatisticsTown.Site> sites,
            List<StatisticsTown.Elder> elders,
            LocalDate date) {
        var elder =
                MEALS.isEmpty()
                        ? Optional.of(elders.getFirst())
                        : random.nextInt(8) == 0
                                ? Optional.<StatisticsTown.Elder>empty()
                                : Optional.of(elders.get(random.nextInt(elders.size())));
        return TOWN.sell(
                MEALS.isEmpty() ? sites.getFirst() : sites.get(random.nextInt(sites.size())),
                date,
                elder,
                new StatisticsTown.Wish(
                        random.nextBoolean() ? "LUNCH" : "DINNER",
                        random.nextInt(3) == 0 ? "TAKE_AWAY" : "DINE_IN",
                        2 * (1 + random.nextInt(2)),
                        random.nextInt(5) == 0 ? 1 : 0,
                        random.nextBoolean() ? "CASH" : "MOBILE"));
    }

    /// Refunds one of the last meals wholly and one by half, but not the first, which is recovered.
    private static void refundSome(Random random) {
        var whole = 1 + random.nextInt(MEALS.size() - 1);
        if (random.nextInt(3) == 0 && !MEALS.get(whole).money().isGone()) {
            MEALS.set(whole, TOWN.refund(MEALS.get(whole)));
        }
        var half = MEALS.size() - 1;
        var meal = MEALS.get(half);
        var pieces = (int) meal.money().bill() / 1000;
        var isFoodOnly =
                meal.money().paid() + diner(meal) == meal.money().bill() && pieces % 2 == 0;
        if (isFoodOnly && random.nextBoolean()) {
            MEALS.set(half, TOWN.halve(meal, pieces));
        }
    }

    private static long diner(KnownMeal meal) {
        return meal.money().shares().stream()
                .filter(share -> share.policy().equals("BJ-DINER"))
                .mapToLong(KnownMeal.Share::fen)
                .sum();
    }

    /// Closes the first day, and takes the grants of a line back.
    private static KnownMeal recovered(KnownMeal meal) {
        var closed =
                SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + FIRST + "/close", "{}");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        var street = SERVER.as(Role.STREET_OFFICER, ScopeWords.street(meal.site().division()));
        var list =
                SERVER.as(Role.CITY_ADMIN)
                        .get("/v1/statements?providerId=" + meal.site().providerId());
        var statement = "/v1/statements/" + list.text("/items/0/statementId");
        var lines = SERVER.as(Role.CITY_ADMIN).get(statement + "/lines");
        for (var line : lines.at("/items")) {
            if (line.at("/orderId").asText().equals(meal.orderId())) {
                var path = statement + "/lines/" + line.at("/journalId").asText();
                for (var step : List.of("/hold", "/recover")) {
                    var done = street.post(path + step, Map.of("reason", "未到店"));
                    assertThat(done.status()).as(done.toString()).isEqualTo(200);
                }
                return meal.recovered();
            }
        }
        throw new AssertionError("no line of " + meal + " in " + lines);
    }

    /// Makes deliveries of some orders: to deliver them takes a kitchen, a rider and a run each.
    private static void deliver() {
        for (var at = 0; at < MEALS.size(); at += 7) {
            var meal = MEALS.get(at);
            var _ =
                    SERVER.bean(Transactions.class)
                            .inOne(connection -> {
                                try (var update =
                                        connection.prepareStatement(
                                                "update meal_order set fulfilment = 'DELIVERY'"
                                                        + " where order_id = ?")) {
                                    update.setLong(1, Long.parseLong(meal.orderId()));
                                    return update.executeUpdate();
                                }
                            });
            MEALS.set(at, meal.delivered());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month",
                "district",
                "street",
                "siteType",
                "site",
                "slot",
                "fulfilment",
                "ageBand",
                "category",
                "household",
                "policy",
                "tender",
                "month,ageBand",
                "category,policy",
                "street,slot,tender",
                "policy,tender,category",
                "site,household,ageBand",
            })
    void every_cell_is_what_counting_one_by_one_gives(String dimensions) {
        var by = List.of(dimensions.split(",", -1));

        var answer = SERVER.as(Role.AUDITOR).get(MONTH + "&by=" + dimensions);

        assertThat(StatisticsTown.cells(answer))
                .isEqualTo(
                        KnownMeal.keys(MEALS, by).stream()
                                .collect(
                                        Collectors.toMap(
                                                key -> key,
                                                key -> KnownMeal.figures(MEALS, by, key))));
        assertThat(StatisticsTown.figures(answer.at("/total/figures")))
                .isEqualTo(KnownMeal.figures(MEALS, List.of(), List.of()));
        assertThat(answer.at("/footing/foots").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.number("/footing/bookedFen"))
                .isEqualTo(
                        MEALS.stream()
                                .flatMap(meal -> meal.money().shares().stream())
                                .mapToLong(KnownMeal.Share::fen)
                                .sum());
    }

    @Test
    void a_part_of_the_month_and_of_the_city_is_counted_alone() {
        var from = FIRST.plusDays(5);
        var to = FIRST.plusDays(8);
        var some =
                MEALS.stream()
                        .filter(meal -> meal.site().division().startsWith("110105"))
                        .filter(meal -> !meal.date().isBefore(from) && !meal.date().isAfter(to))
                        .toList();
        var path = "/v1/statistics?from=%s&to=%s&districtCode=110105".formatted(from, to);

        var answer = SERVER.as(Role.CITY_ADMIN).get(path);

        assertThat(StatisticsTown.figures(answer.at("/total/figures")))
                .isEqualTo(KnownMeal.figures(some, List.of(), List.of()));
        assertThat(answer.at("/footing/foots").asBoolean()).isTrue();
        assertThat(answer.at("/cells").isEmpty()).isTrue();
    }

    @Test
    void the_report_counts_elders_in_focus_by_the_day_of_the_meal() {
        var answer = SERVER.as(Role.AUDITOR).get(MONTH.replace("statistics", "statistics/report"));

        var own = MEALS.stream().filter(meal -> meal.elder().isPresent()).toList();
        var focus =
                own.stream()
                        .filter(meal ->
                                meal.values("ageBand").stream()
                                                .anyMatch(band -> band.matches("80-89|90\\+"))
                                        || meal.values("category").contains("DISABLED")
                                        || meal.values("category").contains("DEMENTIA"))
                        .toList();
        var lines =
                answer.at("/lines").findValuesAsText("line").stream()
                        .collect(Collectors.toMap(line -> line, line -> value(answer, line)));
        assertThat(lines)
                .containsEntry("points.total", "3")
                .containsEntry("points.addedThisYear", "3")
                .containsEntry("points.careOrganisation", "1")
                .containsEntry("points.restaurant", "1")
                .containsEntry("points.tableOrStaffCanteen", "1")
                .containsEntry("coverage.people", "null")
                .containsEntry(
                        "served.persons",
                        "" + own.stream().map(KnownMeal::elder).distinct().count())
                .containsEntry("served.personTimes", "" + own.size())
                .containsEntry(
                        "served.focus.persons",
                        "" + focus.stream().map(KnownMeal::elder).distinct().count())
                .containsEntry("served.focus.personTimes", "" + focus.size());
    }

    private static String value(Reply answer, String wanted) {
        for (var line : answer.at("/lines")) {
            if (line.at("/line").asText().equals(wanted)) {
                return line.at("/value").asText();
            }
        }
        throw new AssertionError(wanted);
    }
}
