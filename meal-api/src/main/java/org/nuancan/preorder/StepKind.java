package org.nuancan.preorder;

/// Kinds of steps of an order.
public enum StepKind {
    PLACE,
    ACCEPT,
    PREPARE,
    OUT,
    DELIVER,
    COLLECT,
    CANCEL,
    FAIL
}
