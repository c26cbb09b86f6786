package org.nuancan.preorder;

/// Why a meal was not handed over. Who bears what was cooked for it stands in the table of reasons.
public enum FailureReason {
    /// Nobody opened; raises a welfare alert.
    NO_ANSWER(true),
    /// The elder did not want it.
    REFUSED(true),
    /// The elder does not live there.
    WRONG_ADDRESS(true),
    /// The rider could not go on safely.
    UNSAFE(true),
    /// Anything else at the door.
    OTHER(true),
    /// The kitchen could not cook it, or not as it was ordered.
    KITCHEN_FAULT(false),
    /// Nobody came to carry it.
    CARRIER_NO_SHOW(false),
    /// Nobody reported it delivered by the end of the day.
    NOT_DELIVERED(false),
    /// Nobody fetched it by the end of the day.
    NOT_COLLECTED(false);

    private final boolean atTheDoor;

    FailureReason(boolean atTheDoor) {
        this.atTheDoor = atTheDoor;
    }

    /// Whether it is a rider's word at the door, which proves that the meal was cooked.
    public boolean isAtTheDoor() {
        return atTheDoor;
    }
}
