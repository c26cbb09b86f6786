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

    /// What may come after.
    Set<PaymentState> next() {
        return switch (this) {
            case SENT -> EnumSet.of(UNKNOWN, SETTLED, FAILED);
            case UNKNOWN -> EnumSet.of(SETTLED, FAILED);
            case SETTLED -> EnumSet.of(RETURNED);
            case FAILED, RETURNED -> EnumSet.noneOf(PaymentState.class);
        };
    }
}
