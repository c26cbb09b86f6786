package org.nuancan.ordering;

/// Reasons why a meal was not handed over. The table of loss bearers says who pays for cooked
/// meals.
public enum FailureReason {
    /// The elder did not open the door; raises a welfare alert.
    NO_ANSWER(true),
    /// The elder did not want it.
    REFUSED(true),
    /// The elder does not live there.
    WRONG_ADDRESS(true),
    /// The rider could not continue safely.
    UNSAFE(true),
    /// Another reason at the door.
    OTHER(true),
    /// The kitchen could not cook it, or not as it was ordered.
    KITCHEN_FAULT(false),
    /// The carrier did not come.
    CARRIER_NO_SHOW(false),
    /// The meal was not reported as delivered by the end of the day.
    NOT_DELIVERED(false),
    /// The meal was not collected by the end of the day.
    NOT_COLLECTED(false);

    private final boolean atTheDoor;

    FailureReason(boolean atTheDoor) {
        this.atTheDoor = atTheDoor;
    }

    /// Whether a rider reports it at the door, which proves that the meal was cooked.
    public boolean isAtTheDoor() {
        return atTheDoor;
    }
}
