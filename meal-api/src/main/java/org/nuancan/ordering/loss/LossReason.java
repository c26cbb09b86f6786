package org.nuancan.ordering.loss;

/// All reasons for which an elder does not pay: reasons of gaps and reasons of failures.
enum LossReason {
    ELDER_DECEASED,
    IN_INSTITUTION,
    ELDER_NOT_ACTIVE,
    LIMIT_USED,
    RULES_CHANGED,
    NO_ANSWER,
    REFUSED,
    WRONG_ADDRESS,
    UNSAFE,
    OTHER,
    KITCHEN_FAULT,
    CARRIER_NO_SHOW,
    NOT_DELIVERED,
    NOT_COLLECTED
}
