package org.nuancan.event;

import java.util.Arrays;
import java.util.Optional;

/// All types of events, with their public names.
public enum EventType {
    /// A sale at a till, at the counter or at a door.
    SALE("sale", Family.SALE),
    /// A refund at a till.
    REFUND("refund", Family.SALE),
    /// A meal was ordered.
    ORDER_PLACED("order.placed", Family.ORDER),
    /// The kitchen accepted an order.
    ORDER_ACCEPTED("order.accepted", Family.ORDER),
    /// The kitchen took back that it accepted an order.
    ORDER_UNACCEPTED("order.unaccepted", Family.ORDER),
    /// An order is cooked and packed.
    ORDER_PREPARED("order.prepared", Family.ORDER),
    /// The kitchen took back that an order is cooked and packed.
    ORDER_UNPREPARED("order.unprepared", Family.ORDER),
    /// An order left the kitchen.
    ORDER_OUT("order.out", Family.ORDER),
    /// An order was handed over at the door.
    ORDER_DELIVERED("order.delivered", Family.ORDER),
    /// An order was collected.
    ORDER_COLLECTED("order.collected", Family.ORDER),
    /// An order was cancelled.
    ORDER_CANCELLED("order.cancelled", Family.ORDER),
    /// An order failed: it was not handed over.
    ORDER_FAILED("order.failed", Family.ORDER),
    /// A rider has a run.
    RUN_CREATED("run.created", Family.RUN),
    /// The stops of a run, or their order, changed.
    RUN_CHANGED("run.changed", Family.RUN),
    /// A dispatcher cancelled a run before the rider left.
    RUN_CANCELLED("run.cancelled", Family.RUN),
    /// A rider left the kitchen.
    RUN_DEPARTED("run.departed", Family.RUN),
    /// All stops of a run are done.
    RUN_FINISHED("run.finished", Family.RUN),
    /// A meal left the kitchen although it was too old.
    RUN_MEAL_TOO_OLD("run.meal_too_old", Family.RUN),
    /// The carrier did not come for a run.
    RUN_NO_SHOW("run.no_show", Family.RUN),
    /// An alert about an elder was raised.
    ALERT_RAISED("alert.raised", Family.ALERT),
    /// An officer took an alert.
    ALERT_TAKEN("alert.taken", Family.ALERT),
    /// An alert was closed.
    ALERT_CLOSED("alert.closed", Family.ALERT),
    /// 80, 95 or 100 per cent of a payer's budget is used.
    FUND_WARNING("fund.warning", Family.FUND),
    /// A provider's day could not be closed.
    SETTLEMENT_PARKED("settlement.parked", Family.SETTLEMENT);

    /// Kinds of events with the same audience.
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

    /// The public name, such as `order.delivered`.
    public String wireName() {
        return wireName;
    }

    Family family() {
        return family;
    }

    /// Whether events of this type are about an order, so that its rider gets them too.
    boolean isOfOrders() {
        return family == Family.ORDER;
    }

    /// Reads a public name.
    public static Optional<EventType> read(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
    }
}
