package org.nuancan.payment;

import java.util.EnumSet;
import java.util.Set;

/// State of a payment.
public enum PaymentState {
    /// In the bank's file; the bank has not answered.
    SENT,
    /// The bank does not know the state: the payment is not repeated until it does.
    UNKNOWN,
    /// The money has arrived.
    SETTLED,
    /// The money never left, or came back before it was settled.
    FAILED,
    /// The money had arrived and came back.
    RETURNED;

    /// The possible next states. A returned payment was sent before, also if the bank has not
    /// reported that yet, so the order of the bank's answers does not matter.
    public Set<PaymentState> next() {
        return switch (this) {
            case SENT -> EnumSet.of(UNKNOWN, SETTLED, FAILED, RETURNED);
            case UNKNOWN -> EnumSet.of(SETTLED, FAILED, RETURNED);
            case SETTLED, FAILED -> EnumSet.of(RETURNED);
            case RETURNED -> EnumSet.noneOf(PaymentState.class);
        };
    }

    /// Earlier or implied states of a payment in this state: an answer with one of them changes
    /// nothing.
    public Set<PaymentState> past() {
        return switch (this) {
            case SENT -> EnumSet.noneOf(PaymentState.class);
            case UNKNOWN, SETTLED, FAILED -> EnumSet.of(this);
            case RETURNED -> EnumSet.of(SETTLED, FAILED, RETURNED);
        };
    }
}
