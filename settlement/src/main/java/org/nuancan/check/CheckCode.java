package org.nuancan.check;

/// The checks of the platform. `explanations_zh.properties` and `explanations_en.properties`
/// explain each of them.
public enum CheckCode {
    /// Eaten on the day of death or later.
    DEAD_ELDER,
    /// Eaten during a stay in an institution or hospital.
    IN_INSTITUTION,
    /// Granted at a site that was not filed with the district on that day.
    SITE_NOT_LISTED,
    /// Two sites further apart than travel allows.
    ELSEWHERE_TOO_SOON,
    /// More cards at one terminal than people can present in that time.
    RAPID_CARDS,
    /// The same sequence of cards on several days.
    SAME_ORDER_OF_CARDS,
    /// More meals than seats or the kitchen allow.
    OVER_CAPACITY,
    /// Daily counts that hardly vary.
    FLAT_COUNTS,
    /// Nearly all elders of a site eat every single day.
    FULL_ROSTER,
    /// Many bills just over a policy's threshold.
    THRESHOLD_BILLS,
    /// More meals than were cooked.
    SERVED_MORE_THAN_COOKED,
    /// Many cards issued to one elder.
    CARD_CHURN,
    /// Entered long after the meal.
    LATE_ENTRY,
    /// Grants of offline tills above the allowed amount.
    OFFLINE_EXCESS
}
