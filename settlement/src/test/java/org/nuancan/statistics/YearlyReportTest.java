package org.nuancan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.SiteType;

/// Beijing's report of 2023: the same lines, and the same values for a city of that size.
class YearlyReportTest {

    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);
    private static final JsonNode CASE = read();

    private static JsonNode read() {
        try (var file =
                Objects.requireNonNull(
                        YearlyReportTest.class.getResourceAsStream(
                                "/statistics/beijing-2023.json"))) {
            return new JsonMapper().readTree(file);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static List<JsonNode> lines() {
        return StreamSupport.stream(CASE.get("lines").spliterator(), false).toList();
    }

    private static long of(String line) {
        return lines().stream()
                .filter(one -> one.get("line").textValue().equals(line))
                .findFirst()
                .orElseThrow()
                .get("value")
                .longValue();
    }

    @Test
    void the_lines_are_those_of_the_report_in_its_order() {
        assertThat(Stream.of(ReportLine.values()).map(line -> line.line() + " " + line.chinese()))
                .containsExactlyElementsOf(
                        lines().stream()
                                .map(line ->
                                        line.get("line").textValue()
                                                + " "
                                                + line.get("zh").textValue())
                                .toList());
    }

    @Test
    void points_are_counted_by_the_types_of_the_report() {
        var types =
                lines().stream()
                        .filter(line -> line.has("siteTypes"))
                        .collect(
                                Collectors.toMap(
                                        line -> line.get("line").textValue(),
                                        line ->
                                                StreamSupport.stream(
                                                                line.get("siteTypes").spliterator(),
                                                                false)
                                                        .map(type ->
                                                                SiteType.valueOf(type.textValue()))
                                                        .collect(Collectors.toSet())));

        assertThat(types).hasSize(3);
        for (var line : ReportLine.values()) {
            if (types.containsKey(line.line())) {
                assertThat(line.types()).isEqualTo(types.get(line.line()));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> a_city_of_this_size_has_every_value_of_the_report() {
        var report =
                YearlyReport.of(
                        LAST,
                        points(),
                        Optional.of(
                                new Coverage(of("coverage.communities"), of("coverage.people"))),
                        served());
        return report.lines().stream()
                .map(line ->
                        DynamicTest.dynamicTest(
                                line.line().chinese(),
                                () -> assertThat(line.value()).hasValue(of(line.line().line()))));
    }

    private static List<ListedPoint> points() {
        var points = new ArrayList<ListedPoint>();
        var types =
                Map.of(
                        "points.careOrganisation", SiteType.STATION,
                        "points.restaurant", SiteType.RESTAURANT,
                        "points.tableOrStaffCanteen", SiteType.ELDER_TABLE);
        types.forEach((line, type) -> {
            for (var at = 0; at < of(line); at++) {
                var isNew = points.size() < of("points.addedThisYear");
                points.add(
                        new ListedPoint(
                                type,
                                isNew ? LocalDate.of(2023, 1, 1) : LocalDate.of(2022, 12, 31),
                                Optional.empty()));
            }
        });
        // Two that are not on the list on the last day of the year.
        points.add(
                new ListedPoint(
                        SiteType.STATION,
                        LocalDate.of(2020, 5, 1),
                        Optional.of(LocalDate.of(2023, 12, 30))));
        points.add(new ListedPoint(SiteType.STATION, LocalDate.of(2024, 1, 1), Optional.empty()));
        return points;
    }

    /// Counts the 20.56 million meals of a year.
    private static ServedTotals served() {
        var tally = new ServedTally();
        var persons = of("served.persons");
        var focus = of("served.focus.persons");
        var meals = meals(persons, focus);
        for (var meal = 0L; meal < of("served.focus.personTimes"); meal++) {
            tally.add(meals.get((int) (meal % focus)));
        }
        var others = of("served.personTimes") - of("served.focus.personTimes");
        for (var meal = 0L; meal < others; meal++) {
            tally.add(meals.get((int) (focus + meal % (persons - focus))));
        }
        tally.add(Meals.anonymous());
        return tally.served();
    }

    /// A meal of each elder; those in focus come first.
    private static List<CountedMeal> meals(long persons, long focus) {
        var meals = new ArrayList<CountedMeal>();
        for (var elder = 0; elder < persons; elder++) {
            meals.add(
                    Meals.of(
                            elder >= focus
                                    ? Meals.elder(elder, AgeBand.FROM_70, Category.LOW_INCOME)
                                    : switch (elder % 3) {
                                        case 0 -> Meals.elder(elder, AgeBand.FROM_80);
                                        case 1 ->
                                                Meals.elder(
                                                        elder, AgeBand.FROM_60, Category.DISABLED);
                                        default ->
                                                Meals.elder(
                                                        elder, AgeBand.FROM_90, Category.DEMENTIA);
                                    }));
        }
        return meals;
    }

    @Test
    void figures_of_few_elders_are_hidden_and_those_from_which_they_could_be_computed() {
        var report =
                YearlyReport.of(
                        LAST, List.of(), Optional.empty(), new ServedTotals(23, 210, 19, 180));

        var hidden = report.hidingFew();

        assertThat(hidden.lines().stream().filter(line -> line.hiding().isPresent()))
                .extracting(YearlyReport.Line::line)
                .containsExactly(ReportLine.FOCUS_PERSONS, ReportLine.FOCUS_TIMES);
        assertThat(hidden.lines().stream().filter(line -> line.value().isEmpty()))
                .extracting(YearlyReport.Line::line)
                .containsExactly(
                        ReportLine.COVERAGE_COMMUNITIES,
                        ReportLine.COVERAGE_PEOPLE,
                        ReportLine.FOCUS_PERSONS,
                        ReportLine.FOCUS_TIMES);
    }
}
