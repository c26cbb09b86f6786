package org.nuancan.till;

import org.nuancan.policy.fact.Fulfilment;

/// How a meal that is sold at the till reaches the elder.
public enum Counter {
    /// Eaten here.
    DINE_IN(Fulfilment.DINE_IN),
    /// Taken away.
    TAKE_AWAY(Fulfilment.TAKE_AWAY);

    private final Fulfilment fulfilment;

    Counter(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    /// The fulfilment as policies name it.
    public Fulfilment fulfilment() {
        return fulfilment;
    }
}
