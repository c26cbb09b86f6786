package org.nuancan.payment;

import java.util.EnumSet;
import java.util.Set;

/// How far a payment is.
public enum PaymentState {
    /// In the bank's file; the bank has not answered.
    SENT,
    /// The bank does not know what became of it: nothing is tried again until it does.
    UNKNOWN,
    /// The money has arrived.
    SETTLED,
    /// The money never left, or came back before it was settled.
    FAILED,
    /// The money had arrived and came back.
    RETURNED;

    /// What may come after. Money that came back had gone out, whether the bank has said so yet or
    /// not: so the order of its answers does not matter.
    Set<PaymentState> next() {
        return switch (this) {
            case SENT -> EnumSet.of(UNKNOWN, SETTLED, FAILED, RETURNED);
            case UNKNOWN -> EnumSet.of(SETTLED, FAILED, RETURNED);
            case SETTLED, FAILED -> EnumSet.of(RETURNED);
            case RETURNED -> EnumSet.noneOf(PaymentState.class);
        };
    }

    /// What a payment in this state was before, or would have been: an answer that says it is no
    /// news.
    Set<PaymentState> past() {
        return switch (this) {
            case SENT -> EnumSet.noneOf(PaymentState.class);
            case UNKNOWN, SETTLED, FAILED -> EnumSet.of(this);
            case RETURNED -> EnumSet.of(SETTLED, FAILED, RETURNED);
        };
    }
}
