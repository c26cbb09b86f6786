package org.nuancan.policy.quote;

/// Reasons of refusals, in the order in which the conditions are checked.
public enum RefusalReason {
    /// The elder was not active on the service date.
    ELDER_NOT_ACTIVE,
    /// No alternative of `who` is met, without regard to stays in institutions.
    WHO,
    /// An alternative of `who` is met except for a stay in an institution.
    IN_INSTITUTION,
    /// The site does not meet the policy's conditions, or is not near enough.
    WHERE,
    /// The site was not filed with the district on the service date.
    SITE_NOT_LISTED,
    /// The policy does not cover this meal of the day.
    SLOT,
    /// The policy does not cover this weekday or kind of day.
    DAY,
    /// The policy does not cover this way of fulfilment.
    FULFILMENT,
    /// The bill's amount does not meet the condition.
    BILL,
    /// No policy has lowered the elder's payment.
    NO_DINER_GRANT,
    /// A limit leaves no room.
    LIMIT,
    /// All conditions hold, and the amount is 0.
    NOTHING_TO_GRANT,
    /// Another policy of the same group grants at least as much.
    BEATEN
}
