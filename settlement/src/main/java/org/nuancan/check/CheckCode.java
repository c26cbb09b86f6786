package org.nuancan.check;

/// What the platform looks for. What each means for whom stands in `explanations_zh.properties` and
/// `explanations_en.properties`.
public enum CheckCode {
    /// Eaten on the day of death or later.
    DEAD_ELDER,
    /// Eaten during a stay in an institution or hospital.
    IN_INSTITUTION,
    /// Granted at a site that was not filed with the district on that day.
    SITE_NOT_LISTED,
    /// Two sites further apart than travel allows.
    ELSEWHERE_TOO_SOON,
    /// More cards at one terminal than people can pass.
    RAPID_CARDS,
    /// The same cards one behind the other on several days.
    SAME_ORDER_OF_CARDS,
    /// More meals than seats or the kitchen allow.
    OVER_CAPACITY,
    /// Counts that hardly vary.
    FLAT_COUNTS,
    /// Nearly everybody eats every single day.
    FULL_ROSTER,
    /// Bills that gather just over a policy's threshold.
    THRESHOLD_BILLS,
    /// More meals than were cooked.
    SERVED_MORE_THAN_COOKED,
    /// Cards handed out again and again.
    CARD_CHURN,
    /// Entered long after the meal.
    LATE_ENTRY,
    /// Given by tills that were cut off beyond what is allowed.
    OFFLINE_EXCESS
}
