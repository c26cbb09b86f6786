package org.nuancan.statistics;

import java.util.Set;
import org.nuancan.policy.fact.SiteType;

/// The lines of the city's yearly report about meals for older people (北京市老龄事业发展报告（2023），第三章).
public enum ReportLine {
    POINTS_TOTAL("points.total", "养老助餐点（家）", "Meal points"),
    POINTS_ADDED("points.addedThisYear", "其中当年新增", "of them added in the year"),
    POINTS_CARE("points.careOrganisation", "养老服务机构", "Care organisations"),
    POINTS_RESTAURANT("points.restaurant", "社会餐饮企业", "Restaurants"),
    POINTS_TABLE(
            "points.tableOrStaffCanteen",
            "老年餐桌及企事业单位内部食堂等",
            "Tables for elders, staff canteens, others"),
    COVERAGE_COMMUNITIES("coverage.communities", "覆盖城乡社区（个）", "Communities covered"),
    COVERAGE_PEOPLE("coverage.people", "覆盖人数（人）", "People covered"),
    SERVED_PERSONS("served.persons", "服务老年人（人，去重）", "Elders served (distinct)"),
    SERVED_TIMES("served.personTimes", "助餐人次", "Meals served"),
    FOCUS_PERSONS(
            "served.focus.persons",
            "其中失能、高龄老年人（人，去重）",
            "of them disabled or 80 and older (distinct)"),
    FOCUS_TIMES("served.focus.personTimes", "其中失能、高龄老年人助餐次数", "Meals of these");

    private final String line;
    private final String chinese;
    private final String english;

    ReportLine(String line, String chinese, String english) {
        this.line = line;
        this.chinese = chinese;
        this.english = english;
    }

    /// The name of the line in data: `points.total`.
    public String line() {
        return line;
    }

    /// The name of the line in the printed report.
    public String chinese() {
        return chinese;
    }

    /// The name of the line in English.
    public String english() {
        return english;
    }

    /// The types of sites that a line about points counts; empty for other lines and for the lines
    /// about all points.
    Set<SiteType> types() {
        return switch (this) {
            case POINTS_CARE -> Set.of(SiteType.CARE_CENTRE, SiteType.STATION);
            case POINTS_RESTAURANT -> Set.of(SiteType.RESTAURANT);
            case POINTS_TABLE ->
                    Set.of(SiteType.ELDER_TABLE, SiteType.STAFF_CANTEEN, SiteType.CENTRAL_KITCHEN);
            case POINTS_TOTAL,
                    POINTS_ADDED,
                    COVERAGE_COMMUNITIES,
                    COVERAGE_PEOPLE,
                    SERVED_PERSONS,
                    SERVED_TIMES,
                    FOCUS_PERSONS,
                    FOCUS_TIMES ->
                    Set.of();
        };
    }
}
