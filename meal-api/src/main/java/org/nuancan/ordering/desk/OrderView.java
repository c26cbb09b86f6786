package org.nuancan.ordering.desk;

import org.nuancan.access.Caller;
import org.nuancan.access.Role;

/// The parts of an order that a reader gets.
enum OrderView {
    /// Everything, for users who order for elders.
    WHOLE,
    /// Without the PIN, which proves a hand-over.
    WITHOUT_PIN,
    /// Without the PIN and the quote: its policies reveal the categories of the elder.
    MEAL;

    static OrderView of(Caller caller) {
        return switch (caller.role()) {
            case Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK -> WHOLE;
            case Role.STREET_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR -> WITHOUT_PIN;
            default -> MEAL;
        };
    }

    boolean hasPin() {
        return this == WHOLE;
    }

    boolean hasQuote() {
        return this != MEAL;
    }
}
