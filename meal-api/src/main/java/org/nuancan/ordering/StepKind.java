package org.nuancan.ordering;

/// Kinds of steps of an order.
public enum StepKind {
    PLACE,
    ACCEPT,
    /// Takes [#ACCEPT] back.
    UNACCEPT,
    PREPARE,
    /// Takes [#PREPARE] back.
    UNPREPARE,
    OUT,
    DELIVER,
    COLLECT,
    CANCEL,
    FAIL
}
