package org.nuancan.preorder;

/// What somebody does with an order.
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
