package org.nuancan.event;

import java.util.Arrays;
import java.util.Optional;

/// Everything that is told, by the name it has outside.
public enum EventType {
    /// Something was sold: at a till, at the counter or at a door.
    SALE("sale", Family.SALE),
    /// Something was given back at a till.
    REFUND("refund", Family.SALE),
    /// A meal was ordered.
    ORDER_PLACED("order.placed", Family.ORDER),
    /// The kitchen will cook it.
    ORDER_ACCEPTED("order.accepted", Family.ORDER),
    /// It is cooked and packed.
    ORDER_PREPARED("order.prepared", Family.ORDER),
    /// It is on its way.
    ORDER_OUT("order.out", Family.ORDER),
    /// It was handed over at the door.
    ORDER_DELIVERED("order.delivered", Family.ORDER),
    /// It was fetched.
    ORDER_COLLECTED("order.collected", Family.ORDER),
    /// It will not be cooked.
    ORDER_CANCELLED("order.cancelled", Family.ORDER),
    /// It did not reach who ordered it.
    ORDER_FAILED("order.failed", Family.ORDER),
    /// A rider has a run.
    RUN_CREATED("run.created", Family.RUN),
    /// The stops of a run, or their order, changed.
    RUN_CHANGED("run.changed", Family.RUN),
    /// A rider left the kitchen.
    RUN_DEPARTED("run.departed", Family.RUN),
    /// Nothing is left to be delivered on a run.
    RUN_FINISHED("run.finished", Family.RUN),
    /// A meal was carried away that was too old to leave the kitchen.
    RUN_MEAL_TOO_OLD("run.meal_too_old", Family.RUN),
    /// The carrier did not come for a run.
    RUN_NO_SHOW("run.no_show", Family.RUN),
    /// Somebody should look after an elder.
    ALERT_RAISED("alert.raised", Family.ALERT),
    /// Somebody does.
    ALERT_TAKEN("alert.taken", Family.ALERT),
    /// Somebody did.
    ALERT_CLOSED("alert.closed", Family.ALERT),
    /// A payer's budget is used up to 80, 95 or 100 per cent.
    FUND_WARNING("fund.warning", Family.FUND),
    /// A provider's day could not be closed.
    SETTLEMENT_PARKED("settlement.parked", Family.SETTLEMENT);

    /// Kinds of events that the same people are told of.
    enum Family {
        SALE,
        ORDER,
        RUN,
        ALERT,
        FUND,
        SETTLEMENT
    }

    private final String wireName;
    private final Family family;

    EventType(String wireName, Family family) {
        this.wireName = wireName;
        this.family = family;
    }

    /// The name outside, such as `order.delivered`.
    public String wireName() {
        return wireName;
    }

    Family family() {
        return family;
    }

    /// Whether a rider carries what it is about.
    boolean isOfOrders() {
        return family == Family.ORDER;
    }

    /// Reads a name of the outside.
    public static Optional<EventType> read(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
    }
}
