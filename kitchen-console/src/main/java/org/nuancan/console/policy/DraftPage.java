package org.nuancan.console.policy;

import java.util.List;

/// The form in which a policy is written.
///
/// @param policy what the fields contain at first
/// @param version the version that is proposed
/// @param owners the areas that the reader may write for, as codes
public record DraftPage(Policy policy, int version, List<String> owners) {

    /// The least number of alternatives to fill in.
    private static final int ALTERNATIVES = 3;

    /// The least number of tiers, limits and payers to fill in.
    private static final int ROWS = 4;

    /// The categories of elders.
    public static final List<String> CATEGORIES =
            List.of(
                    "EXTREME_POVERTY",
                    "MINIMUM_LIVING",
                    "LOW_INCOME",
                    "DISABLED",
                    "DEMENTIA",
                    "SEVERE_DISABILITY",
                    "FAMILY_PLANNING_SPECIAL",
                    "LIVING_ALONE",
                    "EMPTY_NEST",
                    "PREFERENTIAL_TREATMENT",
                    "VETERAN_CADRE");

    /// The types of sites.
    public static final List<String> SITE_TYPES =
            List.of(
                    "CARE_CENTRE",
                    "STATION",
                    "RESTAURANT",
                    "ELDER_TABLE",
                    "STAFF_CANTEEN",
                    "CENTRAL_KITCHEN");

    /// The meals of a day.
    public static final List<String> SLOTS = List.of("BREAKFAST", "LUNCH", "DINNER");

    /// How meals are handed over.
    public static final List<String> FULFILMENTS = List.of("DINE_IN", "TAKE_AWAY", "DELIVERY");

    /// The days of a week.
    public static final List<String> WEEKDAYS =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /// Who gets a grant.
    public static final List<String> SIDES = List.of("DINER", "PROVIDER", "DELIVERY");

    /// How far from home.
    public static final List<String> WITHIN = List.of("ANY", "CITY", "DISTRICT", "STREET");

    /// Which home.
    public static final List<String> OF = List.of("HOUSEHOLD", "RESIDENCE");

    /// Which days by the state's calendar.
    public static final List<String> CALENDAR = List.of("ANY", "WORKDAY", "RESTDAY");

    /// What a share or a bound is taken of.
    public static final List<String> BASES = List.of("BILL", "REMAINING");

    /// How an amount is found, tiers aside.
    public static final List<String> AMOUNTS = List.of("FIXED", "ELDER_PAYS", "PERCENT");

    /// What tiers go by.
    public static final List<String> TIERS = List.of("AGE", "CARE_GRADE", "MEAL_OF_DAY", "BILL");

    /// How a share is rounded.
    public static final List<String> ROUNDINGS = List.of("DOWN", "HALF_UP", "UP");

    /// What a limit counts on.
    public static final List<String> LIMIT_ON = List.of("ELDER", "SITE", "PROVIDER", "POLICY");

    /// The time over which a limit counts.
    public static final List<String> LIMIT_PER =
            List.of("SLOT", "DAY", "WEEK", "MONTH", "YEAR", "EVER");

    /// The kinds of households.
    public static final List<String> HOUSEHOLDS = List.of("LOCAL", "NON_LOCAL");

    /// How many alternatives there are to fill in.
    public int alternatives() {
        return Math.max(ALTERNATIVES, policy.entries("/who").size() + 1);
    }

    /// How many rows a list of the document gets.
    public int rows(String pointer) {
        return Math.max(ROWS, policy.entries(pointer).size() + 1);
    }
}
