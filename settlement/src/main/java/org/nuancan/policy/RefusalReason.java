package org.nuancan.policy;

/// Why a policy grants nothing, in the order in which the conditions are tried.
public enum RefusalReason {
    /// The elder was not active on the service date.
    ELDER_NOT_ACTIVE,
    /// No alternative of `who` is met, leaving stays in institutions aside.
    WHO,
    /// Some alternative of `who` is met but for a stay in an institution.
    IN_INSTITUTION,
    /// The site is not one that the policy names, or not near enough.
    WHERE,
    /// The site was not filed with the district on the service date.
    SITE_NOT_LISTED,
    /// Not at this meal of the day.
    SLOT,
    /// Not on this weekday or kind of day.
    DAY,
    /// Not for a meal that is had this way.
    FULFILMENT,
    /// The bill is not of the size asked for.
    BILL,
    /// No policy has lowered what the elder pays.
    NO_DINER_GRANT,
    /// A limit leaves no room.
    LIMIT,
    /// All conditions hold, and the amount is 0.
    NOTHING_TO_GRANT,
    /// Another policy of the same group grants at least as much.
    BEATEN
}
